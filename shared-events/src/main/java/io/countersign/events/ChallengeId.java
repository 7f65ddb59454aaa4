package io.countersign.events;

import java.security.SecureRandom;

/** Names one challenge. Knowing it proves nothing. */
public record ChallengeId(String value) implements Subject {

    /**
     * @throws IllegalArgumentException unless {@code value} has the form of an id
     */
    public ChallengeId {
        RandomId.checked(value);
    }

    public static ChallengeId next(SecureRandom random) {
        return new ChallengeId(RandomId.next(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
