package io.countersign.identity.caller;

/** What a session has proven in addition to the password. */
public enum Second {
    /** A second factor was given. */
    GIVEN,
    /** The device is remembered: a second factor was given on it, in an earlier session. */
    REMEMBERED,
    /** The account has no second factor and needs none. */
    NOT_NEEDED,
    /** The account has no second factor, and must set one up before anything else. */
    TO_SET_UP
}
