package io.countersign.gateway.access;

/** Who may call something, the most open first. */
public enum Access {

    /** Everyone. */
    EVERYBODY,

    /** People who have to give a second factor: after the password, or again while signed in. */
    CHALLENGED,

    /**
     * People who are adding a factor, or have to. Each such call belongs to the session that began
     * it, which had to prove everything then.
     */
    ENROLLING,

    /** People who are signed in, with any factor and however long ago. */
    SIGNED_IN,

    /**
     * People who are about to add a factor: this takes a fresh second factor, if the account has
     * one.
     */
    ABOUT_TO_ENROL
}
