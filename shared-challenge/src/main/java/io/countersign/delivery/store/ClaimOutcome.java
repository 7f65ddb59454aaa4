package io.countersign.delivery.store;

import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivery;
import java.time.Instant;

/** What a worker that asked for a delivery may do. */
public sealed interface ClaimOutcome {

    /** Call the provider, once, before the lease ends. */
    record Granted(Claimed claimed) implements ClaimOutcome {}

    /** Come back after {@code until}: another worker is calling, or a receipt is awaited. */
    record Held(Instant until) implements ClaimOutcome {}

    /** Nothing: it is sent, or has ended. */
    record Over(Delivery delivery) implements ClaimOutcome {}
}
