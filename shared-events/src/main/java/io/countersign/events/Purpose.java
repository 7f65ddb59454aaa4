package io.countersign.events;

/**
 * Why something is delivered; bound into every seal and every MAC, so that none of them is valid
 * for another purpose.
 */
public enum Purpose {
    /** The second factor of a login. */
    SIGN_IN,
    /** A fresh proof before something sensitive, within a session. */
    STEP_UP,
    /** Proof of possession of a factor that is being added. */
    ENROLMENT,
    /** Something to tell that needs no answer. */
    NOTICE
}
