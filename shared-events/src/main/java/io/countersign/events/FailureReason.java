package io.countersign.events;

/** Why a delivery failed, named by what the person can do about it. */
public enum FailureReason {
    /** The destination cannot be reached at all: not a number, disconnected, a landline. */
    DESTINATION_INVALID,
    /** The person or the operator opted out or blocked us. */
    BLOCKED_BY_RECIPIENT,
    /** The provider does not serve this country or number range. */
    REGION_NOT_SERVED,
    /** Providers did not take it until the deadline. */
    PROVIDER_UNAVAILABLE,
    /** The called line was busy. */
    LINE_BUSY,
    /** A provider took it and later said that it did not arrive. */
    NOT_DELIVERED,
    /** The request never reached the broker. */
    NOT_PUBLISHED,
    /** The step could not be opened or was not handed over by its predecessor. */
    NOT_AUTHENTIC
}
