package io.countersign.identity.event;

/** How a second factor failed. */
public enum FactorFailure {
    WRONG_CODE,
    /** It was the last wrong code that the sign-in allowed. */
    LOCKED,
    /** It was the last wrong code that a year allows. */
    SPENT,
    /** The wrong number was pressed. */
    DENIED
}
