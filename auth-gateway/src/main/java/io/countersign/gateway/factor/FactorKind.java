package io.countersign.gateway.factor;

/** What a factor is. */
public enum FactorKind {
    AUTHENTICATOR,
    PHONE,
    TELEGRAM,
    RECOVERY_CODES
}
