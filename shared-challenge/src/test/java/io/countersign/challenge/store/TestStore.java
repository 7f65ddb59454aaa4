package io.countersign.challenge.store;

import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.delivery.store.Deliveries;
import io.countersign.test.MovableClock;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.InstantSource;

/**
 * A store with challenges and deliveries in it.
 *
 * @param clock the store's own, exact to the millisecond
 */
public record TestStore(Challenges challenges, Deliveries deliveries, InstantSource clock) {

    public static TestStore inMemory(MovableClock clock) {
        return of(new InMemoryStore(clock), clock);
    }

    public static TestStore onRedis(StatefulRedisConnection<String, String> connection) {
        return of(
                new RedisStore(() -> connection, Clock.systemUTC()),
                () -> TestRedis.time(connection));
    }

    static <S extends Challenges & Deliveries> TestStore of(S store, InstantSource clock) {
        return new TestStore(store, store, clock);
    }
}
