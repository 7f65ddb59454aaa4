package io.countersign.delivery;

import io.countersign.events.FailureReason;

/** What a provider reported about a delivery on its own initiative. */
public sealed interface Receipt {

    /** It is on its way to the person's operator. */
    record OnItsWay(Acceptance acceptance) implements Receipt {}

    /** The person's phone rings. */
    record Rings(Acceptance acceptance) implements Receipt {}

    /** It arrived. */
    record Arrived(Acceptance acceptance) implements Receipt {}

    /** It did not and will not arrive. */
    record Lost(Acceptance acceptance, FailureReason reason) implements Receipt {}
}
