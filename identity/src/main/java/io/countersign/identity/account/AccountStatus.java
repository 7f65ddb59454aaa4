package io.countersign.identity.account;

/** Whether an account may be used. */
public enum AccountStatus {
    ACTIVE,
    /** Locked by an administrator until unlocked. */
    LOCKED,
    /** Out of use. */
    DISABLED
}
