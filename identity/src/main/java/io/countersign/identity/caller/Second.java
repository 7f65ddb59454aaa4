package io.countersign.identity.caller;

/** What there is to a session besides the password. */
public enum Second {
    /** A second factor was given. */
    GIVEN,
    /** The device is remembered: a second factor was given on it, in an earlier session. */
    REMEMBERED,
    /** The account has no second factor and needs none. */
    NOT_NEEDED,
    /** The account has no second factor, and has to set one up before anything else. */
    TO_SET_UP
}
