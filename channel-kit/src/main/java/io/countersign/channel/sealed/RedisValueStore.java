package io.countersign.channel.sealed;

import io.countersign.challenge.store.StoreUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Plain values that expire, written by compare-and-set, on Redis from 6.2 or Valkey. */
public final class RedisValueStore implements ValueStore {

    /** Returns the time in ms and the value, empty where there is none. */
    private static final String READ =
            """
            local time = redis.call('TIME')
            return {time[1] * 1000 + math.floor(time[2] / 1000), redis.call('GET', KEYS[1]) or ''}
            """;

    /** ARGV: the value that was read, the next one, how long it is kept in ms. */
    private static final String WRITE =
            """
            if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """;

    /** Far more than a value ever has changes at once; more would be a bug. */
    private static final int MOST_ATTEMPTS = 1_000;

    private final Supplier<StatefulRedisConnection<String, String>> connection;
    private final String prefix;

    /**
     * @param connection one shared connection, asked for at every command
     * @param prefix of all names
     */
    public RedisValueStore(
            Supplier<StatefulRedisConnection<String, String>> connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    @Override
    public Optional<String> find(String name) {
        try {
            return Optional.ofNullable(connection.get().sync().get(prefix + name));
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void put(String name, String value, Instant until) {
        try {
            var _ = connection.get().sync().set(prefix + name, value, SetArgs.Builder.pxAt(until));
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public <R> R update(String name, Duration kept, Change<R> change) {
        String[] key = {prefix + name};
        try {
            for (int i = 0; i < MOST_ATTEMPTS; i++) {
                List<Object> reading =
                        connection.get().sync().eval(READ, ScriptOutputType.MULTI, key);
                String current = (String) reading.get(1);
                Changed<R> changed =
                        change.from(
                                Optional.of(current).filter(text -> !text.isEmpty()),
                                Instant.ofEpochMilli((Long) reading.get(0)));
                if (changed.next() == null || write(key, current, changed.next(), kept)) {
                    return changed.result();
                }
            }
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
        throw new IllegalStateException("a change that can never be stored");
    }

    private boolean write(String[] key, String current, String next, Duration kept) {
        Long written =
                connection
                        .get()
                        .sync()
                        .eval(
                                WRITE,
                                ScriptOutputType.INTEGER,
                                key,
                                current,
                                next,
                                Long.toString(kept.toMillis()));
        return written == 1;
    }
}
