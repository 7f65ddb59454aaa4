package io.countersign.channel.send;

/**
 * Whom it concerns that a message was not taken. Every provider's table says so for each answer.
 */
public enum Concerned {
    /** The one the message is for: theirs are delayed, and nobody else's. */
    RECIPIENT,
    /** The provider or our account there: it is left alone where it asks for it or fails often. */
    PROVIDER,
    /** This worker, which did not get as far as asking: the message is delayed. */
    WORKER
}
