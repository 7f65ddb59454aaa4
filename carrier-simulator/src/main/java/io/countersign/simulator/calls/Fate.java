package io.countersign.simulator.calls;

/** What becomes of a call. */
public enum Fate {
    /** Rings, and the person decides. */
    USUAL,
    /** Rings, and no one can answer. */
    NO_ANSWER,
    /** Rings and is rejected at once. */
    REJECTED,
    /** The line is busy. */
    BUSY,
    /** The carrier cannot connect it. */
    FAILED,
    /** Is lost on its way. */
    NEVER_RINGS
}
