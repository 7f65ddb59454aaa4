package io.countersign.liveness;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.challenge.store.TestRedis;
import io.countersign.events.Channel;
import io.countersign.liveness.redis.RedisWorkerLiveness;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class RedisWorkerLivenessTest extends WorkerLivenessContract {

    private static final TestRedis REDIS = TestRedis.shared();
    private static final StatefulRedisConnection<String, String> CONNECTION = REDIS.connect();

    private final WorkerLiveness liveness = new RedisWorkerLiveness(() -> CONNECTION);

    @AfterAll
    static void disconnect() {
        REDIS.close();
    }

    @BeforeEach
    void beginWithoutWorkers() {
        for (Channel channel : Channel.values()) {
            var _ = CONNECTION.sync().del(key(channel));
        }
    }

    @Override
    WorkerLiveness liveness() {
        return liveness;
    }

    @Override
    void pass(Duration time) {
        Instant then = TestRedis.time(CONNECTION).plus(time);
        await().until(() -> TestRedis.time(CONNECTION).isAfter(then));
    }

    @Test
    void what_is_not_a_count_is_no_answer() {
        var _ = CONNECTION.sync().set(key(Channel.VOICE), "nonsense");

        assertThatThrownBy(liveness::alive).isInstanceOf(StoreUnavailable.class);
    }

    private static String key(Channel channel) {
        return "countersign:{workers}:" + channel.wireName();
    }
}
