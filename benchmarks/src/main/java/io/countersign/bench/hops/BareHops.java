package io.countersign.bench.hops;

import io.countersign.bench.engine.StackServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * One script to open, one record produced and consumed, one script to claim, the call over a raw
 * socket, one script that keeps the outcome and publishes it, and the push.
 */
final class BareHops implements Way {

    private static final String OUTCOMES = "bench:outcomes";
    private static final String OPEN =
            "redis.call('HSET', KEYS[1], 'v', 1, 's', ARGV[1]) return redis.call('PEXPIRE', KEYS[1], 300000)";
    private static final String CLAIM =
            "if redis.call('HGET', KEYS[1], 'v') ~= '1' then return 0 end redis.call('HSET', KEYS[1], 'v', 2) return 1";
    private static final String CLOSE =
            "redis.call('HSET', KEYS[1], 'v', 3) return redis.call('PUBLISH', ARGV[1], ARGV[2])";

    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final StatefulRedisConnection<String, String> redis;
    private final String open;
    private final String claim;
    private final String close;
    private final BareBroker broker;
    private final RawCalls provider;

    BareHops(StackServers servers, URI provider) {
        RedisClient client = RedisClient.create(servers.redis());
        this.redis = client.connect();
        this.open = redis.sync().scriptLoad(OPEN);
        this.claim = redis.sync().scriptLoad(CLAIM);
        this.close = redis.sync().scriptLoad(CLOSE);
        this.provider = new RawCalls(provider);
        listen(client.connectPubSub());
        this.broker = new BareBroker(servers.kafka(), this::work);
    }

    private void listen(StatefulRedisPubSubConnection<String, String> connection) {
        connection.addListener(
                new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String channel, String id) {
                        CompletableFuture<Void> waiting = awaited.remove(id);
                        if (waiting != null) {
                            waiting.complete(null);
                        }
                    }
                });
        connection.sync().subscribe(OUTCOMES);
    }

    @Override
    public void deliver(String number, Taken taken) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        awaited.put(id, outcome);
        run(open, id, number);
        try {
            broker.publish(id, number);
            taken.tell();
            outcome.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** What a worker does with a record. */
    private void work(String id, String number) {
        run(claim, id);
        provider.send(number);
        run(close, id, OUTCOMES, id);
    }

    private void run(String script, String id, String... arguments) {
        var _ =
                redis.sync()
                        .evalsha(
                                script,
                                ScriptOutputType.INTEGER,
                                new String[] {"bench:" + id},
                                arguments);
    }
}
