package io.countersign.gateway.session;

/** How far a visitor has come. */
public enum AuthenticationLevel {
    STRANGER,
    AWAITS_SECOND_FACTOR,
    /** The account has no second factor, and must set one up before anything else. */
    SETS_SECOND_FACTOR_UP,
    SIGNED_IN
}
