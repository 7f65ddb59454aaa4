package io.countersign.engine.answer;

/**
 * What follows from an answer, in the transaction that charges it, once the challenge has taken it.
 */
@FunctionalInterface
public interface Settlement {

    /** Nothing follows. */
    Settlement NOTHING = () -> {};

    /** Throws where it cannot be done; then the answer has no effect at all. */
    void settle();
}
