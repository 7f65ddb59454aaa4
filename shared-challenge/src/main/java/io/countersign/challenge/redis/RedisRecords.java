package io.countersign.challenge.redis;

import io.countersign.challenge.store.StoreUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and replaces versioned records by two scripts, and learns Redis' time as it goes. */
final class RedisRecords {

    static final String CHANGES = "countersign:changes";

    private final Supplier<StatefulRedisConnection<String, String>> connection;
    private final Clock local;
    private final Script read = Script.load("read.lua");
    private final Script write = Script.load("write.lua");
    private final AtomicReference<@Nullable Duration> ahead = new AtomicReference<>();

    RedisRecords(Supplier<StatefulRedisConnection<String, String>> connection, Clock local) {
        this.connection = connection;
        this.local = local;
    }

    /** Redis' time, by the difference that the latest reply showed. */
    Instant now() {
        Duration known = ahead.get();
        return known == null ? read(List.of()).now() : local.instant().plus(known);
    }

    Reading read(List<String> keys) {
        List<Object> reply = run(read, keys, List.of());
        List<Stored> records = new ArrayList<>();
        for (int i = 1; i < reply.size(); i += 2) {
            records.add(new Stored((String) reply.get(i), (String) reply.get(i + 1)));
        }
        return new Reading(time(reply), records);
    }

    Written write(WriteRequest request) {
        List<Object> reply = run(write, request.keys(), request.arguments());
        return switch ((String) reply.get(1)) {
            case "STORED" -> new Written.Stored();
            case "CHANGED", "LATE" -> new Written.Outdated();
            case "LIMITED" ->
                    new Written.Limited(
                            Math.toIntExact((Long) reply.get(2)) - 1,
                            Instant.ofEpochMilli((Long) reply.get(3)));
            default -> throw new IllegalStateException("unknown reply " + reply.get(1));
        };
    }

    private List<Object> run(Script script, List<String> keys, List<String> arguments) {
        try {
            Instant before = local.instant();
            List<Object> reply =
                    script.run(
                            connection.get().sync(),
                            ScriptOutputType.MULTI,
                            keys.toArray(String[]::new),
                            arguments.toArray(String[]::new));
            ahead.set(Duration.between(middle(before, local.instant()), time(reply)));
            return reply;
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    private static Instant middle(Instant from, Instant to) {
        return from.plus(Duration.between(from, to).dividedBy(2));
    }

    private static Instant time(List<Object> reply) {
        return Instant.ofEpochMilli((Long) reply.get(0));
    }

    /** A record as stored; both fields empty where there is none. */
    record Stored(String version, String record) {
        boolean exists() {
            return !version.isEmpty();
        }
    }

    record Reading(Instant now, List<Stored> records) {}

    /** What became of a write. */
    sealed interface Written {
        record Stored() implements Written {}

        /** Another process was quicker, or the deadline passed: read again. */
        record Outdated() implements Written {}

        record Limited(int limit, Instant retryAt) implements Written {}
    }
}
