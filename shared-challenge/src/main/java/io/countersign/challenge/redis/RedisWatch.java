package io.countersign.challenge.redis;

import io.countersign.challenge.redis.Retention.Doubtful;
import io.countersign.challenge.redis.Retention.Dropped;
import io.countersign.challenge.redis.Retention.Kept;
import io.countersign.challenge.redis.Retention.Unknown;
import io.countersign.challenge.store.StoreUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks whether Redis can be relied on, and logs once what its operator has to change. */
public final class RedisWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RedisWatch.class);

    private final Supplier<StatefulRedisConnection<String, String>> connection;
    private final AtomicReference<Retention> last = new AtomicReference<>(new Kept());

    /**
     * @param connection the one that is used for everything else, too
     */
    public RedisWatch(Supplier<StatefulRedisConnection<String, String>> connection) {
        this.connection = connection;
    }

    /** Asks Redis, as long as the connection is patient. */
    public Retention look() {
        Retention found = ask();
        if (!found.equals(last.getAndSet(found))) {
            tell(found);
        }
        return found;
    }

    private Retention ask() {
        try {
            RedisCommands<String, String> redis = connection.get().sync();
            try {
                return MemoryPolicy.read(redis.info("memory"));
            } catch (RedisCommandExecutionException e) {
                redis.ping();
                return MemoryPolicy.untold();
            }
        } catch (RedisException | StoreUnavailable e) {
            return new Unknown();
        }
    }

    private static void tell(Retention found) {
        switch (found) {
            case Doubtful(String advice) -> LOG.warn("{}", advice);
            case Dropped(String advice) -> LOG.error("Not ready: {}", advice);
            case Kept _, Unknown _ -> {}
        }
    }
}
