package io.countersign.gateway.alert;

/** How a second factor failed. */
public enum FactorFailure {
    WRONG_CODE,
    /** It was the last wrong code that the sign-in allowed. */
    LOCKED,
    /** Somebody pressed the wrong number. */
    DENIED
}
