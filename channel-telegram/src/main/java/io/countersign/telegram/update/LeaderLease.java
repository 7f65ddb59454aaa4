package io.countersign.telegram.update;

import io.countersign.challenge.store.StoreUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The right to lead, which one worker at a time has until it gives it back or does not renew it in
 * time. Each operation throws {@link StoreUnavailable}, quickly, when the store does not answer.
 */
final class LeaderLease {

    static final Duration LENGTH = Duration.ofSeconds(10);

    private static final String KEY = "countersign:{telegram}:leader";

    private static final String RENEW =
            "return redis.call('GET', KEYS[1]) == ARGV[1] "
                    + "and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0";

    private static final String GIVE_BACK =
            "return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0";

    private final Supplier<StatefulRedisConnection<String, String>> connection;
    private final String holder;

    /**
     * @param connection one shared connection, asked for at every command
     * @param holder unique among all workers
     */
    LeaderLease(Supplier<StatefulRedisConnection<String, String>> connection, String holder) {
        this.connection = connection;
        this.holder = holder;
    }

    boolean take() {
        try {
            SetArgs free = SetArgs.Builder.nx().px(LENGTH);
            return connection.get().sync().set(KEY, holder, free) != null;
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    /** False when another worker holds it by now, or none does. */
    boolean renew() {
        return run(RENEW, Long.toString(LENGTH.toMillis()));
    }

    void giveBack() {
        var _ = run(GIVE_BACK);
    }

    private boolean run(String script, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = holder;
        System.arraycopy(more, 0, arguments, 1, more.length);
        try {
            Long done =
                    connection
                            .get()
                            .sync()
                            .eval(script, ScriptOutputType.INTEGER, new String[] {KEY}, arguments);
            return done != null && done == 1;
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }
}
