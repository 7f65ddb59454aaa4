package io.countersign.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.security.SecureRandom;

/** Names one challenge. Knowing it proves nothing. */
public record ChallengeId(String value) implements Subject {

    /**
     * @throws IllegalArgumentException unless {@code value} has the form of an id
     */
    public ChallengeId {
        RandomId.checked(value);
    }

    /**
     * Reads {@link #wire()} back.
     *
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator
    public static ChallengeId parse(String wire) {
        if (Subject.parse(wire) instanceof ChallengeId challenge) {
            return challenge;
        }
        throw new IllegalArgumentException("not a challenge");
    }

    public static ChallengeId next(SecureRandom random) {
        return new ChallengeId(RandomId.next(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
