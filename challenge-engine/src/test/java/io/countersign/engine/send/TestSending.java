package io.countersign.engine.send;

import io.countersign.broker.Publisher;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.StepSealer;
import java.security.SecureRandom;
import java.time.Duration;

/** What sends for challenges, put together by hand. */
public final class TestSending {

    private TestSending() {}

    public static RoundDeliveries deliveries(InMemoryStore store) {
        return new RoundDeliveries(
                store,
                new CallSettings(CallSettings.Code.CALLING_NUMBER, 2, Duration.ofSeconds(45), 3));
    }

    public static ResendRule resendRule(InMemoryStore store, ChallengeSettings settings) {
        return new ResendRule(deliveries(store), settings);
    }

    public static SendChallenge of(
            InMemoryStore store,
            Publisher publisher,
            EventCodec codec,
            StepSealer sealer,
            ChallengeSettings settings) {
        return new SendChallenge(
                store,
                new DeliveryRequests(publisher, store, codec, sealer, new SecureRandom()),
                resendRule(store, settings));
    }
}
