package io.countersign.challenge;

/** The name of a challenge's state. */
public enum Verdict {
    PENDING,
    APPROVED,
    DENIED,
    LOCKED,
    EXPIRED
}
