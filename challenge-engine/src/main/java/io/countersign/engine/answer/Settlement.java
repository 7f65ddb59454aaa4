package io.countersign.engine.answer;

/**
 * What follows from an answer once the challenge has taken it, in the transaction that charges it.
 */
@FunctionalInterface
public interface Settlement {

    /** Nothing follows. */
    Settlement NOTHING = () -> {};

    /** Throws if it cannot be done; then the answer has no effect at all. */
    void settle();
}
