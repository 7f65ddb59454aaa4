package io.countersign.challenge.redis;

import io.countersign.challenge.StoreUnavailable;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The one connection that all threads of a program share. It is made at the first call, so that the
 * program starts without Redis; afterwards Lettuce makes it again by itself.
 */
public final class SharedConnection implements Supplier<StatefulRedisConnection<String, String>> {

    private final RedisClient client;
    private final Duration patience;
    private CompletableFuture<StatefulRedisConnection<String, String>> attempt =
            CompletableFuture.failedFuture(new IllegalStateException("not tried yet"));

    /**
     * @param client knows Redis' address, and rejects commands while it is disconnected
     * @param patience how long a caller waits for the first connection
     */
    public SharedConnection(RedisClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * @throws StoreUnavailable when there is no connection in time
     */
    @Override
    public StatefulRedisConnection<String, String> get() {
        try {
            return attempt().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(e);
        }
    }

    /** Callers that come while one attempt is under way share it. */
    private synchronized CompletableFuture<StatefulRedisConnection<String, String>> attempt() {
        if (attempt.isCompletedExceptionally()) {
            attempt =
                    CompletableFuture.supplyAsync(
                            () -> client.connect(StringCodec.UTF8), Thread::startVirtualThread);
        }
        return attempt;
    }
}
