package io.countersign.simulator.calls;

import java.util.EnumSet;
import java.util.Set;

/** What a caller wants done with a call while it lasts. */
public enum Order {
    /** The person answers. */
    ANSWER,
    /** The person rejects it. */
    REJECT,
    /** The person hangs up. */
    HANG_UP,
    /** The caller gives up a call that is not answered yet. */
    CANCEL,
    /** The caller ends it, answered or not. */
    COMPLETE;

    static final Set<Order> BEFORE_RINGING = EnumSet.of(CANCEL, COMPLETE);
    static final Set<Order> RINGING = EnumSet.of(ANSWER, REJECT, CANCEL, COMPLETE);
    static final Set<Order> TALKING = EnumSet.of(HANG_UP, COMPLETE);

    boolean fits(SimulatedCallStatus status) {
        return switch (status) {
            case QUEUED, INITIATED -> BEFORE_RINGING.contains(this);
            case RINGING -> RINGING.contains(this);
            case IN_PROGRESS -> TALKING.contains(this);
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> false;
        };
    }
}
