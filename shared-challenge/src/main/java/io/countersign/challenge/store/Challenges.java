package io.countersign.challenge.store;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where challenges are kept, until ten minutes after their deadline. Every operation is atomic and
 * goes by the store's clock; each throws {@link StoreUnavailable}, quickly, when the store does not
 * answer, and then may or may not have taken effect.
 */
public interface Challenges {

    /** The store's time, exact to a fraction of a second; for the deadlines of new challenges. */
    Instant now();

    /**
     * Stores a new challenge together with what is dispatched for it, or neither.
     *
     * @throws IllegalStateException when there is one of its id already, or its deadline has passed
     */
    Updated<Pending> open(Pending challenge, Dispatch dispatch);

    /** The challenge as it is now. */
    Optional<Challenge> find(ChallengeId id);

    /**
     * Replaces the challenge by what the transition makes of it; may call it more than once. A
     * change of a pending challenge takes effect before its deadline or not at all.
     */
    <R> Updated<R> update(ChallengeId id, Transition<R> transition);
}
