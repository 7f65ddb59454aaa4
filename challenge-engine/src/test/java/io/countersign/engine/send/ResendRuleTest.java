package io.countersign.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.events.Channel;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResendRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final ResendRule.Waiting waiting = new ResendRule.Waiting(0, WAIT);

    @Test
    void the_first_delivery_is_never_too_soon_whatever_the_clock_was_taken_for() {
        Pending openedLater = opened(NOW.plusMillis(300));

        assertThat(waiting.tooSoon(openedLater, "phone", NOW)).isFalse();
    }

    @Test
    void the_next_one_to_the_same_factor_waits_and_to_another_does_not() {
        Pending asked = opened(NOW).with(round(1, NOW));

        assertThat(waiting.tooSoon(asked, "phone", NOW.plusSeconds(29))).isTrue();
        assertThat(waiting.tooSoon(asked, "phone", NOW.plusSeconds(30))).isFalse();
        assertThat(waiting.tooSoon(asked, "another", NOW)).isFalse();
    }

    @Test
    void nobody_waits_for_what_will_not_arrive() {
        Pending asked = opened(NOW).with(round(1, NOW));

        assertThat(new ResendRule.Waiting(1, WAIT).tooSoon(asked, "phone", NOW)).isFalse();
    }

    private static Pending opened(Instant at) {
        Terms terms =
                new Terms(
                        ChallengeId.next(new SecureRandom()),
                        Purpose.SIGN_IN,
                        "account",
                        "attempt",
                        at,
                        at.plusSeconds(300));
        return new Pending(terms, 5, SealedCode.none(), List.of());
    }

    private static Round round(int number, Instant at) {
        return new Round(number, Method.SMS, "phone", List.of(Channel.SMS), at);
    }
}
