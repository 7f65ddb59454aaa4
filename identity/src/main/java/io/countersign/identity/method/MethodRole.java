package io.countersign.identity.method;

/** What a method is good for. */
public enum MethodRole {
    PRIMARY,
    /**
     * An account can use it only in addition to a stronger factor; it protects no account alone.
     */
    FALLBACK,
    OFF
}
