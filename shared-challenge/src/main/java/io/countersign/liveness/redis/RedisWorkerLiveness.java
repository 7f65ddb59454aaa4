package io.countersign.liveness.redis;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * For each channel a sorted set of its workers, by the time at which they stop counting, on Redis
 * from 6.2 or Valkey. The time is Redis'.
 */
public final class RedisWorkerLiveness implements WorkerLiveness {

    private static final String TIME =
            "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) ";

    private static final String HEARTBEAT =
            TIME
                    + "redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now) "
                    + "redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1]) return {}";

    private static final String STOPPED = "redis.call('ZREM', KEYS[1], ARGV[1]) return {}";

    private static final String ALIVE =
            TIME
                    + "local reply = {} "
                    + "for i, key in ipairs(KEYS) do "
                    + "reply[i] = redis.call('ZCOUNT', key, '(' .. now, '+inf') "
                    + "end return reply";

    private static final List<Channel> CHANNELS = List.of(Channel.values());

    private final Supplier<StatefulRedisConnection<String, String>> connection;

    /**
     * @param connection one shared connection, asked for at every command
     */
    public RedisWorkerLiveness(Supplier<StatefulRedisConnection<String, String>> connection) {
        this.connection = connection;
    }

    @Override
    public void heartbeat(Channel channel, String instance, Duration lasting) {
        var _ = run(HEARTBEAT, List.of(channel), instance, Long.toString(lasting.toMillis()));
    }

    @Override
    public void stopped(Channel channel, String instance) {
        var _ = run(STOPPED, List.of(channel), instance);
    }

    @Override
    public Map<Channel, Integer> alive() {
        List<Object> counts = run(ALIVE, CHANNELS);
        Map<Channel, Integer> alive = new EnumMap<>(Channel.class);
        for (Channel channel : CHANNELS) {
            alive.put(channel, ((Long) counts.get(CHANNELS.indexOf(channel))).intValue());
        }
        return alive;
    }

    private List<Object> run(String script, List<Channel> channels, String... arguments) {
        String[] keys = channels.stream().map(RedisWorkerLiveness::key).toArray(String[]::new);
        try {
            return connection.get().sync().eval(script, ScriptOutputType.MULTI, keys, arguments);
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    /** All in one slot, so that one request is enough. */
    private static String key(Channel channel) {
        return "countersign:{workers}:" + channel.wireName();
    }
}
