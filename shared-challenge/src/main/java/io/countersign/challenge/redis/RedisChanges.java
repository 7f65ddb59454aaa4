package io.countersign.challenge.redis;

import io.countersign.challenge.store.Changes;
import io.countersign.events.id.Subject;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Receives every change over one subscription and tells those who wait for it. */
public final class RedisChanges implements Changes {

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    private RedisChanges() {}

    /**
     * Subscribes as soon as Redis answers, trying every second; once connected, Lettuce subscribes
     * again by itself whenever the connection was lost.
     */
    public static RedisChanges of(RedisClient client) {
        RedisChanges changes = new RedisChanges();
        changes.connect(client);
        return changes;
    }

    private void connect(RedisClient client) {
        var _ =
                CompletableFuture.runAsync(() -> subscribe(client), Connecting.THREADS)
                        .exceptionally(
                                _ -> {
                                    LATER.execute(() -> connect(client));
                                    return null;
                                });
    }

    private void subscribe(RedisClient client) {
        StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
        try {
            connection.addListener(new Listening());
            connection.sync().subscribe(RedisRecords.CHANGES);
        } catch (RedisException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Registration onChange(Subject subject, Runnable listener) {
        listeners.compute(
                subject.wire(),
                (_, some) -> {
                    List<Runnable> more = some == null ? new CopyOnWriteArrayList<>() : some;
                    more.add(listener);
                    return more;
                });
        return () ->
                listeners.computeIfPresent(
                        subject.wire(),
                        (_, some) -> {
                            some.remove(listener);
                            return some.isEmpty() ? null : some;
                        });
    }

    private final class Listening extends RedisPubSubAdapter<String, String> {
        /** Called on the thread that reads all replies of the connection. */
        @Override
        public void message(String channel, String subject) {
            listeners.getOrDefault(subject, List.of()).forEach(Thread::startVirtualThread);
        }
    }
}
