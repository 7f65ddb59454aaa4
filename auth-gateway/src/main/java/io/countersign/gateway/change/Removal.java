package io.countersign.gateway.change;

/** What became of a change that may take something from an account. */
public enum Removal {
    DONE,
    /** There was nothing to change, or the session has been ended meanwhile. */
    NOTHING,
    /** Nothing would be left that may be used alone; nothing was changed. */
    ONLY_FALLBACKS_LEFT
}
