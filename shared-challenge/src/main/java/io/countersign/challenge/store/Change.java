package io.countersign.challenge.store;

import io.countersign.challenge.Challenge;

/**
 * What a transition makes of a challenge.
 *
 * @param next the state to store
 * @param result what the caller is told once it is stored
 * @param dispatch what is stored with it
 */
public record Change<R>(Challenge next, R result, Dispatch dispatch) {

    public static <R> Change<R> to(Challenge next, R result) {
        return new Change<>(next, result, Dispatch.NOTHING);
    }

    /** Whether there is nothing to store: neither another state nor a dispatch. */
    public boolean leaves(Challenge current) {
        return next.equals(current) && dispatch.equals(Dispatch.NOTHING);
    }
}
