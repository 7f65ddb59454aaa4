package io.countersign.challenge.store;

import static org.awaitility.Awaitility.await;

import io.countersign.delivery.store.Deliveries;
import java.time.Duration;
import java.time.Instant;

/** A store and its exact time. */
public interface StoreUnderTest {

    TestStore store();

    default Challenges challenges() {
        return store().challenges();
    }

    default Deliveries deliveries() {
        return store().deliveries();
    }

    default Instant clock() {
        return store().clock().instant();
    }

    /** Returns when it is that late by the store's clock. */
    default void awaitClock(Instant instant) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> !clock().isBefore(instant));
    }
}
