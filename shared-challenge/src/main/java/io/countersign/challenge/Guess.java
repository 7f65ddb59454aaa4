package io.countersign.challenge;

/** An answer that a person gave. */
@FunctionalInterface
public interface Guess {

    /** Whether it is the right one; takes the same time for every wrong one. */
    boolean fits(SealedCode code);
}
