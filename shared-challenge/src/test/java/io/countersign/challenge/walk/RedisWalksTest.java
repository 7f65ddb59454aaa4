package io.countersign.challenge.walk;

import static org.awaitility.Awaitility.await;

import io.countersign.challenge.Challenges;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.store.TestRedis;
import io.countersign.delivery.Deliveries;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;

class RedisWalksTest extends WalksContract {

    private static final TestRedis REDIS = TestRedis.shared();
    private static final StatefulRedisConnection<String, String> CONNECTION = REDIS.connect();
    private static final RedisStore STORE = new RedisStore(() -> CONNECTION, Clock.systemUTC());

    @AfterAll
    static void disconnect() {
        REDIS.close();
    }

    @Override
    int walks() {
        return 4;
    }

    @Override
    public Challenges challenges() {
        return STORE;
    }

    @Override
    public Deliveries deliveries() {
        return STORE;
    }

    @Override
    public Instant clock() {
        return TestRedis.time(CONNECTION);
    }

    @Override
    public void pass(Duration time) {
        Instant until = clock().plus(time);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !clock().isBefore(until));
    }

    @Override
    public Duration second() {
        return Duration.ofMillis(3);
    }
}
