package io.countersign.events.content;

/** What a notice or a confirmation can say in addition to its kind; each as text. */
public enum Fact {
    /** When it happened: ISO 8601 instant. */
    AT,
    /** The IP address it came from. */
    ADDRESS,
    /** The device and browser it came from, such as {@code Firefox on Linux}. */
    DEVICE,
    /** Roughly where that address is; left out where unknown. */
    PLACE,
    /** The method of the second factor, a name of {@code Method}. */
    METHOD,
    /** How it ended, a name of the gateway's outcomes. */
    OUTCOME,
    /** The factor's kind and the name its owner gave it, without its number. */
    FACTOR,
    /** How many events a digest stands for, or how many recovery codes are left. */
    COUNT,
    /** Until when a link works or a lock holds: ISO 8601 instant. */
    UNTIL,
    /** Where to continue: an absolute URL of the gateway that by itself signs no one in. */
    LINK,
    /**
     * The account's e-mail address: the new one where it changes; masked where it only says which
     * account is meant.
     */
    EMAIL
}
