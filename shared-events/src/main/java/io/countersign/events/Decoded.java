package io.countersign.events;

/** What became of reading a {@link WireEvent}. */
public sealed interface Decoded<T> {

    /** It was of the expected type. */
    record Event<T>(T value) implements Decoded<T> {}

    /**
     * It was not, and reading it again will not help.
     *
     * @param cause for the dead letter and the operator; never quotes the data
     */
    record Unreadable<T>(String cause) implements Decoded<T> {}
}
