package io.countersign.identity.factor;

/** What a factor is. */
public enum FactorKind {
    AUTHENTICATOR,
    PHONE,
    TELEGRAM,
    RECOVERY_CODES
}
