package io.countersign.challenge.store;

import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where workers put their statements about a challenge, sealed because the store proves nothing.
 * Each operation throws {@link StoreUnavailable}, quickly, when the store does not answer.
 */
public interface Statements {

    /**
     * Keeps a statement unless there is one of its name already, and tells all who watch the
     * challenge.
     *
     * @param until forgotten then
     * @return whether this is the one that is kept
     */
    boolean make(ChallengeId about, String name, byte[] sealed, Instant until);

    /** The statement of this name that was made first. */
    Optional<byte[]> find(ChallengeId about, String name);
}
