package io.countersign.challenge.store;

import static org.awaitility.Awaitility.await;

import io.countersign.challenge.redis.RedisChanges;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Its tests spend most of their time waiting for Redis' clock, so they do that at once. */
@Execution(ExecutionMode.CONCURRENT)
class RedisStoreTest extends StoreContract {

    private static final TestRedis REDIS = TestRedis.shared();
    private static final StatefulRedisConnection<String, String> CONNECTION = REDIS.connect();
    private static final TestStore STORE = TestStore.onRedis(CONNECTION);
    private static final RedisChanges CHANGES = RedisChanges.of(REDIS.client());

    @BeforeAll
    static void awaitSubscription() {
        await().until(() -> TestRedis.subscribers(CONNECTION) == 1);
    }

    @AfterAll
    static void disconnect() {
        REDIS.close();
    }

    @Override
    public TestStore store() {
        return STORE;
    }

    @Override
    public Changes changes() {
        return CHANGES;
    }
}
