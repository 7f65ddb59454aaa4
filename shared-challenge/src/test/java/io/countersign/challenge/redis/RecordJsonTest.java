package io.countersign.challenge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.delivery.Claim;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Head;
import io.countersign.events.Channel;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exact form, because programs of different versions share one Redis during an upgrade. */
class RecordJsonTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ChallengeId ID = new ChallengeId("0123456789abcdefghijkA");

    private static final Challenge CHALLENGE =
            new Pending(
                    new Terms(
                            ID,
                            Purpose.SIGN_IN,
                            "account-1",
                            "session-1",
                            NOON,
                            NOON.plusMillis(300_500)),
                    4,
                    new SealedCode(new byte[] {1, 2, 3}),
                    List.of(
                            new Round(
                                    1,
                                    Method.CALL,
                                    "phone-1",
                                    List.of(Channel.VOICE, Channel.SMS),
                                    NOON)));

    private static final String CHALLENGE_STORED =
            """
            {"state":"PENDING","terms":{"id":"challenge:0123456789abcdefghijkA","purpose":"SIGN_IN",\
            "account":"account-1","binding":"session-1","openedAt":"2026-03-01T12:00:00Z",\
            "deadline":"2026-03-01T12:05:00.500Z"},"guessesLeft":4,"code":{"bytes":"AQID"},\
            "rounds":[{"number":1,"method":"CALL","factor":"phone-1","route":["VOICE","SMS"],\
            "requestedAt":"2026-03-01T12:00:00Z"}]}""";

    private static final Delivery DELIVERY =
            new Claimed(
                    new Head(new DeliveryId(ID, 1, 0, 1), Channel.VOICE, NOON.plusSeconds(300)),
                    new Claim("worker-1", NOON.plusSeconds(12)));

    private static final String DELIVERY_STORED =
            """
            {"state":"CLAIMED","head":{"id":"challenge:0123456789abcdefghijkA.1.0.1",\
            "channel":"VOICE","deadline":"2026-03-01T12:05:00Z"},\
            "claim":{"holder":"worker-1","leaseUntil":"2026-03-01T12:00:12Z"}}""";

    private final RecordJson json = new RecordJson();

    @Test
    @Tag("SECURITY-23")
    void a_challenge_is_stored_with_nothing_secret_but_the_sealed_code() {
        assertThat(json.write(CHALLENGE)).isEqualTo(CHALLENGE_STORED);
        assertThat(json.challenge(CHALLENGE_STORED)).isEqualTo(CHALLENGE);
    }

    @Test
    @Tag("SECURITY-23")
    void a_delivery_is_stored_without_its_destination() {
        assertThat(json.write(DELIVERY)).isEqualTo(DELIVERY_STORED);
        assertThat(json.delivery(DELIVERY_STORED)).isEqualTo(DELIVERY);
    }

    @Test
    @Tag("RELIABILITY-21")
    void what_a_newer_version_adds_is_left_aside() {
        String newer = CHALLENGE_STORED.replace("\"guessesLeft\"", "\"new\":{},\"guessesLeft\"");

        assertThat(json.challenge(newer)).isEqualTo(CHALLENGE);
    }
}
