package io.countersign.channel.sealed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.sealed.ValueStore.Changed;
import io.countersign.stack.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedisValueStoreTest extends ValueStoreContract {

    private static final RedisClient CLIENT = RedisClient.create(TestServers.redis().url());
    private static final StatefulRedisConnection<String, String> CONNECTION = CLIENT.connect();
    private static final ValueStore STORE = new RedisValueStore(() -> CONNECTION, "countersign:");

    @AfterAll
    static void disconnect() {
        CLIENT.shutdown();
    }

    @Override
    ValueStore store() {
        return STORE;
    }

    @Override
    void pass(Duration time) {
        Instant end = now().plus(time);
        await().pollInterval(Duration.ofMillis(5)).until(() -> !now().isBefore(end));
    }

    @Test
    void a_store_that_is_gone_is_unavailable() {
        ValueStore gone =
                new RedisValueStore(
                        () -> {
                            throw new RedisConnectionException("gone");
                        },
                        "countersign:");

        assertThatThrownBy(
                        () -> gone.update("any", Duration.ZERO, (_, _) -> new Changed<>("", true)))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> gone.find("any")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> gone.put("any", "", Instant.EPOCH))
                .isInstanceOf(StoreUnavailable.class);
    }

    private static Instant now() {
        return STORE.update("time", Duration.ZERO, (_, now) -> new Changed<>(null, now));
    }
}
