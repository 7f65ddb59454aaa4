package io.countersign.bench.engine;

import io.countersign.stack.own.OwnStack;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What an engine needs of a stack.
 *
 * @param kafka host and port
 * @param redis address with its password
 * @param keys folder of the stack's keys
 */
public record StackServers(String kafka, String redis, Path keys) {

    private static final String KAFKA = "BENCH_KAFKA";
    private static final String REDIS = "BENCH_REDIS";
    private static final String KEYS = "BENCH_KEYS";

    public static StackServers of(OwnStack stack) {
        return new StackServers(stack.kafka(), stack.redis(), stack.keys());
    }

    /** For a program of its own. */
    public Map<String, String> environment() {
        return Map.of(KAFKA, kafka, REDIS, redis, KEYS, keys.toString());
    }

    /** As {@link #environment()} has put them. */
    public static StackServers of(Map<String, String> environment) {
        return new StackServers(
                Objects.requireNonNull(environment.get(KAFKA)),
                Objects.requireNonNull(environment.get(REDIS)),
                Path.of(Objects.requireNonNull(environment.get(KEYS))));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "StackServers[" + kafka + "]";
    }
}
