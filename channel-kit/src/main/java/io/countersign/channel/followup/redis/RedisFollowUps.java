package io.countersign.channel.followup.redis;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.followup.FollowUp;
import io.countersign.channel.followup.FollowUps;
import io.countersign.events.Channel;
import io.countersign.events.id.DeliveryId;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A sorted set of due times beside a hash of sealed follow-ups, on Redis from 6.2 or Valkey. */
public final class RedisFollowUps implements FollowUps {

    private static final String TIME =
            "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) ";

    private static final String SCHEDULE =
            TIME
                    + "redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1]) "
                    + "redis.call('HSET', KEYS[2], ARGV[1], ARGV[3]) return {}";

    private static final String HURRY =
            TIME + "redis.call('ZADD', KEYS[1], 'XX', now, ARGV[1]) return {}";

    private static final String TAKE =
            TIME
                    + "local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1]) "
                    + "local reply = {} "
                    + "for i, delivery in ipairs(due) do "
                    + "redis.call('ZADD', KEYS[1], now + ARGV[2], delivery) "
                    + "reply[2 * i - 1] = delivery "
                    + "reply[2 * i] = redis.call('HGET', KEYS[2], delivery) or '' "
                    + "end return reply";

    private static final String DONE =
            "redis.call('ZREM', KEYS[1], ARGV[1]) redis.call('HDEL', KEYS[2], ARGV[1]) return {}";

    private final Supplier<StatefulRedisConnection<String, String>> connection;
    private final String[] keys;

    /**
     * @param connection one shared connection, asked for at every command
     */
    public RedisFollowUps(
            Supplier<StatefulRedisConnection<String, String>> connection, Channel channel) {
        this(connection, "follow-ups:" + channel.wireName());
    }

    /**
     * Others beside those.
     *
     * @param connection one shared connection, asked for at every command
     * @param name tells them from all others in the store
     */
    public RedisFollowUps(
            Supplier<StatefulRedisConnection<String, String>> connection, String name) {
        this.connection = connection;
        String prefix = "countersign:{" + name + "}:";
        this.keys = new String[] {prefix + "due", prefix + "slips"};
    }

    @Override
    public void schedule(DeliveryId delivery, byte[] sealedTask, Duration after) {
        var _ =
                run(
                        SCHEDULE,
                        delivery.wire(),
                        Long.toString(after.toMillis()),
                        Base64.getEncoder().encodeToString(sealedTask));
    }

    @Override
    public void hurry(DeliveryId delivery) {
        var _ = run(HURRY, delivery.wire());
    }

    @Override
    public List<FollowUp> takeDue(int most, Duration lease) {
        List<Object> reply = run(TAKE, Integer.toString(most), Long.toString(lease.toMillis()));
        List<FollowUp> due = new ArrayList<>();
        for (int i = 0; i < reply.size(); i += 2) {
            String delivery = (String) reply.get(i);
            read(delivery, (String) reply.get(i + 1))
                    .ifPresentOrElse(due::add, () -> forget(delivery));
        }
        return due;
    }

    /** Empty for an entry that no worker of ours has written: it must not hold up the others. */
    private static Optional<FollowUp> read(String delivery, String sealedTask) {
        try {
            return Optional.of(
                    new FollowUp(
                            DeliveryId.parse(delivery), Base64.getDecoder().decode(sealedTask)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void done(DeliveryId delivery) {
        forget(delivery.wire());
    }

    private void forget(String delivery) {
        var _ = run(DONE, delivery);
    }

    private List<Object> run(String script, String... arguments) {
        try {
            return connection.get().sync().eval(script, ScriptOutputType.MULTI, keys, arguments);
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }
}
