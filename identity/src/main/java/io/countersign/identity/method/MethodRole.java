package io.countersign.identity.method;

/** What a method is good for. */
public enum MethodRole {
    PRIMARY,
    /** It can be used by an account that has a stronger factor besides, and protects none alone. */
    FALLBACK,
    OFF
}
