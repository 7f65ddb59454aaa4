package io.countersign.gateway.access;

/** Who may call something, the most open first. */
public enum Access {

    /** Everybody. */
    EVERYBODY,

    /** Who has a second factor to give: after the password, or once more while signed in. */
    CHALLENGED,

    /**
     * Who is adding a factor, or has to. Each such call belongs to the session that began it, which
     * was asked for everything then.
     */
    ENROLLING,

    /** Who is signed in, with whatever factor and however long ago. */
    SIGNED_IN,

    /** Who is about to add a factor: it takes a fresh second factor, where there is one. */
    ABOUT_TO_ENROL
}
