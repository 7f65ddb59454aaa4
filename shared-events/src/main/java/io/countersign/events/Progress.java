package io.countersign.events;

/** How far a delivery has come, as seen from outside the state machine. */
public enum Progress {
    /** Requested, not yet taken by a worker. */
    QUEUED,
    /** A worker is calling a provider. */
    CLAIMED,
    /** A provider accepted it. */
    SENT,
    /** The person's phone rings. */
    RINGING,
    /** The provider says it arrived. */
    DELIVERED,
    /** It will not arrive. */
    FAILED,
    /** It may have been taken; no one can say. */
    UNKNOWN,
    /** Its deadline passed before it was sent. */
    TOO_LATE;

    /** Whether nothing more will happen without a new request. */
    public boolean terminal() {
        return switch (this) {
            case QUEUED, CLAIMED, SENT, RINGING -> false;
            case DELIVERED, FAILED, UNKNOWN, TOO_LATE -> true;
        };
    }
}
