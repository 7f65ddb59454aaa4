package io.countersign.challenge;

/** A way to use a factor. */
public enum Method {
    TOTP,
    SMS,
    CALL,
    TELEGRAM,
    RECOVERY_CODE
}
