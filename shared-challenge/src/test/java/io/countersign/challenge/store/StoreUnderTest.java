package io.countersign.challenge.store;

import static org.awaitility.Awaitility.await;

import io.countersign.delivery.store.Deliveries;
import java.time.Duration;
import java.time.Instant;

/** A store and its exact time. */
interface StoreUnderTest {

    Challenges challenges();

    Deliveries deliveries();

    Changes changes();

    /** What the store's own clock says, to the millisecond. */
    Instant clock();

    /** Returns when it is that late by the store's clock. */
    default void awaitClock(Instant instant) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> !clock().isBefore(instant));
    }
}
