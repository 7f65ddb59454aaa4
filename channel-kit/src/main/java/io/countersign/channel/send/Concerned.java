package io.countersign.channel.send;

/**
 * Whose trouble it is that a message was not taken. Every provider's table says so for each answer.
 */
public enum Concerned {
    /** The recipient: only their messages are delayed. */
    RECIPIENT,
    /** The provider or our account there: it is left alone if it asks for that or fails often. */
    PROVIDER,
    /** This worker, which did not get as far as asking: the message is delayed. */
    WORKER
}
