package io.countersign.engine.open;

import io.countersign.challenge.store.Challenges;
import io.countersign.engine.keys.GatewayKeys;
import java.security.SecureRandom;

/** What opens challenges, put together by hand. */
public final class TestOpening {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TestOpening() {}

    public static Codes codes(GatewayKeys keys) {
        return new Codes(RANDOM, keys);
    }

    public static OpenChallenge of(Challenges challenges, Codes codes, ChallengeSettings settings) {
        return new OpenChallenge(
                challenges, new NewChallenges(challenges, codes, settings, RANDOM));
    }
}
