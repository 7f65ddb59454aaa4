package io.countersign.telegram.edit;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.events.id.DeliveryId;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.function.Supplier;

/**
 * Lets one worker at a time edit a question's message. It lasts longer than an edit takes, and ends
 * by itself if its holder dies.
 */
final class EditLock {

    private static final long MILLIS = 30_000;

    private final Supplier<StatefulRedisConnection<String, String>> connection;

    EditLock(Supplier<StatefulRedisConnection<String, String>> connection) {
        this.connection = connection;
    }

    /**
     * @throws StoreUnavailable when the store does not answer
     */
    boolean take(DeliveryId delivery) {
        try {
            SetArgs untilLetGo = SetArgs.Builder.nx().px(MILLIS);
            return connection.get().sync().set(key(delivery), "", untilLetGo) != null;
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    /**
     * @throws StoreUnavailable when the store does not answer
     */
    void giveBack(DeliveryId delivery) {
        try {
            var _ = connection.get().sync().del(key(delivery));
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    private static String key(DeliveryId delivery) {
        return "countersign:{%s}:editing:%d.%d.%d"
                .formatted(
                        delivery.subject().wire(),
                        delivery.round(),
                        delivery.step(),
                        delivery.attempt());
    }
}
