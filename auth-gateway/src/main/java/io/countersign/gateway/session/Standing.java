package io.countersign.gateway.session;

/** How far a visitor has come. */
public enum Standing {
    STRANGER,
    AWAITS_SECOND_FACTOR,
    SIGNED_IN
}
