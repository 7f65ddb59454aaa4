package io.countersign.challenge.walk;

import static org.awaitility.Awaitility.await;

import io.countersign.challenge.Samples;
import io.countersign.challenge.store.Dispatch;
import io.countersign.challenge.store.TestRedis;
import io.countersign.challenge.store.TestStore;
import io.lettuce.core.api.StatefulRedisConnection;
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
    private static final TestStore STORE = TestStore.onRedis(CONNECTION);

    /** The first call takes longer than the challenges of the walks live. */
    @BeforeAll
    static void warmUp() {
        STORE.challenges()
                .open(
                        Samples.pending(STORE.clock().instant(), Duration.ofMinutes(5)),
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
    public TestStore store() {
        return STORE;
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
