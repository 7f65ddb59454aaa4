package io.countersign.delivery;

import io.countersign.events.Progress;
import java.time.Instant;

/**
 * A delivery in one of its states. Progress is monotone: what a provider took is never sent again,
 * and a late report never undoes a newer one.
 */
public sealed interface Delivery
        permits Queued, Claimed, Sent, Ringing, Delivered, Failed, Unknown, TooLate {

    Head head();

    Progress progress();

    /**
     * The state as seen at {@code now}: a delivery that was not finished in time has ended all the
     * same.
     */
    default Delivery at(Instant now) {
        return this;
    }

    /** What a provider's receipt makes of it; itself where the receipt says nothing new. */
    Delivery receive(Receipt receipt);
}
