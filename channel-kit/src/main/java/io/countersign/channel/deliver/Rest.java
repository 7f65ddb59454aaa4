package io.countersign.channel.deliver;

import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import java.time.Duration;
import java.util.Objects;

/**
 * How long a delivery rests until it is looked at again.
 *
 * @param aside whether this worker lays it aside meanwhile, so that any worker can continue it: a
 *     recipient may be in trouble for days, and a worker holds only a bounded number
 */
record Rest(Duration time, boolean aside) {

    /** The redelivery of what was laid aside, which has been tried a few times before. */
    static final int AFTER_ASIDE = 20;

    private static final Duration LONGEST_FOR_RECIPIENT = Duration.ofMinutes(15);
    private static final int TRIES_IN_WHAT_IS_LEFT = 10;

    static Rest after(DeliveryOutcome outcome, int redelivery, Duration validity, SendTimes times) {
        return switch (outcome) {
            case Uncertain _ -> inHand(times.grace());
            case Unavailable(Concerned whom, Duration asked, _) when whom == Concerned.RECIPIENT ->
                    forRecipient(
                            Objects.requireNonNullElseGet(
                                    asked, () -> growing(redelivery, validity, times)),
                            times);
            case Unavailable(_, Duration asked, _) when asked != null -> inHand(asked);
            case Unavailable _,
                    DeliveryOutcome.Late _,
                    DeliveryOutcome.Accepted _,
                    DeliveryOutcome.Refused _ ->
                    inHand(times.backoffAfter(redelivery));
        };
    }

    private static Rest forRecipient(Duration time, SendTimes times) {
        return new Rest(time, time.compareTo(times.longestBackoff()) >= 0);
    }

    /** Doubles with each try, up to a part of the time that is left. */
    private static Duration growing(int redelivery, Duration validity, SendTimes times) {
        Duration part = shorter(validity.dividedBy(TRIES_IN_WHAT_IS_LEFT), LONGEST_FOR_RECIPIENT);
        Duration most = part.compareTo(times.longestBackoff()) > 0 ? part : times.longestBackoff();
        return shorter(times.firstBackoff().multipliedBy(1L << Math.min(redelivery, 20)), most);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Rest inHand(Duration time) {
        return new Rest(time, false);
    }
}
