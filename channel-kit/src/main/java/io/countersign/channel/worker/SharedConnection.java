package io.countersign.channel.worker;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that everybody shares. It is made when first asked for, so that a worker
 * starts without Redis; once made it reconnects by itself.
 */
final class SharedConnection
        implements Supplier<StatefulRedisConnection<String, String>>, AutoCloseable {

    /** Nobody queues up behind others to find out the same. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);

    private final RedisClient client;
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private long failedAt = System.nanoTime() - REST_AFTER_FAILURE.toNanos();

    SharedConnection(RedisClient client) {
        this.client = client;
    }

    /**
     * @throws RedisConnectionException when Redis cannot be reached
     */
    @Override
    public StatefulRedisConnection<String, String> get() {
        StatefulRedisConnection<String, String> made = connection;
        return made != null ? made : connect();
    }

    @Override
    public synchronized void close() {
        StatefulRedisConnection<String, String> made = connection;
        if (made != null) {
            made.close();
        }
    }

    private synchronized StatefulRedisConnection<String, String> connect() {
        StatefulRedisConnection<String, String> made = connection;
        if (made != null) {
            return made;
        }
        if (System.nanoTime() - failedAt < REST_AFTER_FAILURE.toNanos()) {
            throw new RedisConnectionException("Redis could not be reached a moment ago");
        }
        try {
            made = client.connect();
            connection = made;
            return made;
        } catch (RedisConnectionException e) {
            failedAt = System.nanoTime();
            throw e;
        }
    }
}
