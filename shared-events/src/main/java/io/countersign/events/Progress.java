package io.countersign.events;

/** How far a delivery has come, as everybody outside the state machine sees it. */
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
    /** It may have been taken; nobody can say. */
    UNKNOWN,
    /** Its deadline passed before it was sent. */
    TOO_LATE;

    /** Whether nothing more is to be expected without a new request. */
    public boolean terminal() {
        return switch (this) {
            case QUEUED, CLAIMED, SENT, RINGING -> false;
            case DELIVERED, FAILED, UNKNOWN, TOO_LATE -> true;
        };
    }
}
