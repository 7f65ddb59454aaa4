package io.countersign.challenge;

import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.events.Channel;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.Subject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Challenges and deliveries to test with; no two share an id. */
public final class Samples {

    public static final int GUESSES = 5;

    public static final Guess RIGHT = code -> code.equals(code("right"));
    public static final Guess WRONG = code -> code.equals(code("wrong"));

    private static final SecureRandom RANDOM = new SecureRandom();

    private Samples() {}

    public static Pending pending(Instant openedAt, Duration lifetime) {
        Terms terms =
                new Terms(
                        ChallengeId.next(RANDOM),
                        Purpose.SIGN_IN,
                        "account-1",
                        "session-1",
                        openedAt,
                        openedAt.plus(lifetime));
        return new Pending(terms, GUESSES, code("right"), List.of());
    }

    /** The first try of the first step of a round. */
    public static Queued queued(Subject subject, int round, Instant deadline) {
        return new Queued(new Head(new DeliveryId(subject, round, 0, 1), Channel.SMS, deadline));
    }

    /** One SMS to the only phone. */
    public static Round round(int number, Instant now) {
        return new Round(number, Method.SMS, "phone-1", List.of(Channel.SMS), now);
    }

    private static SealedCode code(String sealed) {
        return new SealedCode(sealed.getBytes(StandardCharsets.UTF_8));
    }
}
