package io.countersign.identity.change;

/** What became of a change that may take something from an account. */
public enum Removal {
    DONE,
    /** It was made, and the session ended with it. */
    DONE_AND_SESSION_ENDED,
    /** There was nothing to change, or the session has been ended meanwhile. */
    NOTHING,
    /** Nothing would be left that may be used alone; nothing was changed. */
    ONLY_FALLBACKS_LEFT;

    public boolean made() {
        return this == DONE || this == DONE_AND_SESSION_ENDED;
    }
}
