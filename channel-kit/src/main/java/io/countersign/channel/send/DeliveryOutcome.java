package io.countersign.channel.send;

import io.countersign.events.FailureReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a provider made of a message, named by what can be done about it.
 *
 * <p>A {@code detail} is for logs and health pages: an error code or the kind of network failure,
 * never a provider's own text, which quotes phone numbers.
 */
public sealed interface DeliveryOutcome {

    /**
     * It took the message.
     *
     * @param reference its own id for it
     */
    record Accepted(String reference) implements DeliveryOutcome {}

    /** This destination will never work: the person has to choose another. */
    record Refused(FailureReason reason, String detail) implements DeliveryOutcome {}

    /**
     * The provider certainly did not take the message: another one may, or the same one may later.
     *
     * @param whom whose trouble it is, which decides who waits
     * @param retryAfter how long that party wants to be left alone; null where that was not said
     */
    record Unavailable(Concerned whom, @Nullable Duration retryAfter, String detail)
            implements DeliveryOutcome {

        public Unavailable(Concerned whom, String detail) {
            this(whom, null, detail);
        }
    }

    /**
     * Its time had run out before a byte of it left: no provider was asked, and none may be asked
     * any more.
     */
    record Late() implements DeliveryOutcome {}

    /**
     * The provider may have taken the message: only a receipt can tell, and no one may send it
     * again.
     */
    record Uncertain(String detail) implements DeliveryOutcome {}
}
