package io.countersign.challenge.store;

import io.countersign.stack.EmbeddedRedis;
import io.countersign.stack.TestServers;
import io.countersign.test.Patience;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections to one Redis, as a program of ours makes them. */
public final class TestRedis implements AutoCloseable {

    private static final String CHANGES = "countersign:changes";

    private final ClientResources resources =
            ClientResources.builder().reconnectDelay(Delay.constant(Duration.ofMillis(50))).build();
    private final RedisClient client;

    private TestRedis(EmbeddedRedis redis, Duration commandTimeout) {
        RedisURI uri = RedisURI.create(redis.url());
        uri.setTimeout(commandTimeout);
        client = RedisClient.create(resources, uri);
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
    }

    /** To the server that all tests share, patient with a busy machine. */
    public static TestRedis shared() {
        return new TestRedis(TestServers.redis(), Patience.LONG);
    }

    /** To a server that may be stopped. */
    public static TestRedis of(EmbeddedRedis redis, Duration commandTimeout) {
        return new TestRedis(redis, commandTimeout);
    }

    public RedisClient client() {
        return client;
    }

    public StatefulRedisConnection<String, String> connect() {
        return client.connect();
    }

    /** Redis' time, to the millisecond. */
    public static Instant time(StatefulRedisConnection<String, String> connection) {
        List<String> time = connection.sync().time();
        return Instant.ofEpochSecond(
                Long.parseLong(time.get(0)), Long.parseLong(time.get(1)) / 1000 * 1_000_000);
    }

    /** How many listen for changes. */
    public static long subscribers(StatefulRedisConnection<String, String> connection) {
        return connection.sync().pubsubNumsub(CHANGES).getOrDefault(CHANGES, 0L);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
