package io.countersign.voice.call;

import static io.countersign.voice.call.CallStatus.BUSY;
import static io.countersign.voice.call.CallStatus.CANCELED;
import static io.countersign.voice.call.CallStatus.COMPLETED;
import static io.countersign.voice.call.CallStatus.IN_PROGRESS;
import static io.countersign.voice.call.CallStatus.NO_ANSWER;
import static io.countersign.voice.call.CallStatus.RINGING;

import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Receipt;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Destination;
import io.countersign.voice.number.CallingNumber;
import java.util.EnumSet;
import java.util.Set;

/**
 * A call and everything reported about it, in any order.
 *
 * @param number that calls
 * @param callee who is called
 * @param spoken whether a code is read out, so that only the person who answers gets it; otherwise
 *     the number itself is the code
 * @param heard what the operator has reported so far
 */
public record PlacedCall(
        CallingNumber number, Destination callee, boolean spoken, Set<CallStatus> heard) {

    public PlacedCall {
        heard = Set.copyOf(heard);
    }

    PlacedCall hearing(CallStatus status) {
        Set<CallStatus> all = EnumSet.of(status);
        all.addAll(heard);
        return new PlacedCall(number, callee, spoken, all);
    }

    /** Whether the callee's phone rang at all. */
    public boolean rang() {
        return heard.contains(RINGING) || answered();
    }

    public boolean over() {
        return heard.stream().anyMatch(CallStatus::isLast);
    }

    /** Whether the call ended before the operator reached the callee, for any reason. */
    public boolean missed() {
        return over() && !rang() && !heard.contains(BUSY);
    }

    /**
     * What it all means for the delivery.
     *
     * @param lost why it did not arrive, unless the line was busy
     */
    public Receipt receipt(Acceptance acceptance, FailureReason lost) {
        if (arrived()) {
            return new Receipt.Arrived(acceptance);
        }
        if (heard.contains(BUSY)) {
            return new Receipt.Lost(acceptance, FailureReason.LINE_BUSY);
        }
        if (over()) {
            return new Receipt.Lost(acceptance, lost);
        }
        return rang() ? new Receipt.Rings(acceptance) : new Receipt.OnItsWay(acceptance);
    }

    /** A number that was shown has arrived when the ringing ends, no matter who ended it. */
    private boolean arrived() {
        boolean unanswered = heard.contains(NO_ANSWER) || heard.contains(CANCELED);
        return answered() || (!spoken && heard.contains(RINGING) && unanswered);
    }

    private boolean answered() {
        return heard.contains(IN_PROGRESS) || heard.contains(COMPLETED);
    }
}
