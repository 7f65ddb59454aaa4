package io.countersign.challenge.redis;

import io.countersign.challenge.store.StoreUnavailable;
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
 * The one connection that all threads of a program share. It is opened in the background and tried
 * again at each call, so that the program starts without Redis; once it has been open, Lettuce
 * reconnects by itself.
 */
public final class SharedConnection implements Supplier<StatefulRedisConnection<String, String>> {

    private final RedisClient client;
    private final Duration patience;
    private CompletableFuture<StatefulRedisConnection<String, String>> attempt;

    /**
     * @param client knows Redis' address, and rejects commands while it is disconnected
     * @param patience how long a caller waits for the first connection
     */
    public SharedConnection(RedisClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
        this.attempt = connect();
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
            attempt = connect();
        }
        return attempt;
    }

    private CompletableFuture<StatefulRedisConnection<String, String>> connect() {
        return CompletableFuture.supplyAsync(
                () -> client.connect(StringCodec.UTF8), Connecting.THREADS);
    }
}
