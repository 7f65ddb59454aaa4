package io.countersign.challenge.walk;

import static org.awaitility.Awaitility.await;

import io.countersign.challenge.Samples;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Dispatch;
import io.countersign.challenge.store.TestRedis;
import io.countersign.delivery.store.Deliveries;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Real time passes, so the walks are walked at once. */
@Execution(ExecutionMode.CONCURRENT)
class RedisWalksTest extends WalksContract {

    private static final TestRedis REDIS = TestRedis.shared();
    private static final StatefulRedisConnection<String, String> CONNECTION = REDIS.connect();
    private static final RedisStore STORE = new RedisStore(() -> CONNECTION, Clock.systemUTC());

    /** The first call takes longer than the challenges of the walks live. */
    @BeforeAll
    static void warmUp() {
        STORE.open(
                Samples.pending(TestRedis.time(CONNECTION), Duration.ofMinutes(5)),
                Dispatch.NOTHING);
    }

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
        return Duration.ofMillis(10);
    }
}
