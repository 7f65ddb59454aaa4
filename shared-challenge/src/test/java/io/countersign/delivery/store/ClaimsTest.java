package io.countersign.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Samples;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claim;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import io.countersign.events.FailureReason;
import io.countersign.events.id.NoticeId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant DEADLINE = NOW.plus(Duration.ofMinutes(5));
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final Acceptance ACCEPTANCE = new Acceptance("provider", "reference", NOW);

    private final Queued queued = Samples.queued(NoticeId.next(new SecureRandom()), 1, DEADLINE);
    private final Claimed claimed = queued.claim(new Claim("a", NOW.plus(SEND_TIMEOUT)));
    private final Instant leaseOver = claimed.claim().leaseUntil();

    @Test
    void a_queued_delivery_is_granted_for_the_send_and_a_margin() {
        Claimed granted = queued.claim(new Claim("a", NOW.plusSeconds(12)));

        assertThat(claim(queued, "a", NOW))
                .isEqualTo(
                        new DeliveryChange<>(
                                granted,
                                new ClaimOutcome.Granted(granted),
                                DEADLINE.minus(SEND_TIMEOUT)));
    }

    @Test
    void a_claim_is_refused_when_the_send_could_last_until_the_deadline() {
        Instant last = DEADLINE.minus(SEND_TIMEOUT);

        assertThat(claim(queued, "a", last.minusNanos(1)).result())
                .isInstanceOf(ClaimOutcome.Granted.class);
        assertThat(claim(queued, "a", last)).isEqualTo(over(new TooLate(queued.head())));
    }

    @Test
    void a_live_lease_keeps_others_away_until_it_ends() {
        assertThat(claim(claimed, "b", leaseOver.minusNanos(1)))
                .isEqualTo(new DeliveryChange<>(claimed, new ClaimOutcome.Held(leaseOver)));
        assertThat(claim(claimed, "a", NOW).result())
                .as("its holder too: that call may have been its own")
                .isEqualTo(new ClaimOutcome.Held(leaseOver));
    }

    @Test
    @Tag("RELIABILITY-4")
    void nobody_knows_what_became_of_an_expired_lease() {
        assertThat(claim(claimed, "b", leaseOver)).isEqualTo(over(new Unknown(queued.head())));
    }

    @Test
    void what_has_ended_stays_ended() {
        for (Delivery ended : ended()) {
            assertThat(claim(ended, "b", NOW)).isEqualTo(over(ended));
            assertThat(next(Claims.release("a"), ended)).isSameAs(ended);
            assertThat(next(Claims.failed("a", FailureReason.BLOCKED_BY_RECIPIENT), ended))
                    .isSameAs(ended);
            assertThat(next(Claims.uncertain("a", SEND_TIMEOUT), ended)).isSameAs(ended);
            assertThat(next(Claims.notPublished(), ended)).isSameAs(ended);
        }
    }

    @Test
    void the_holder_says_what_became_of_it() {
        assertThat(next(Claims.sent(ACCEPTANCE), claimed))
                .isEqualTo(new Sent(queued.head(), ACCEPTANCE));
        assertThat(next(Claims.release("a"), claimed)).isEqualTo(queued);
        assertThat(next(Claims.failed("a", FailureReason.REGION_NOT_SERVED), claimed))
                .isEqualTo(new Failed(queued.head(), FailureReason.REGION_NOT_SERVED));
    }

    @Test
    void somebody_else_says_nothing() {
        assertThat(next(Claims.release("b"), claimed)).isSameAs(claimed);
        assertThat(next(Claims.uncertain("b", SEND_TIMEOUT), claimed)).isSameAs(claimed);
        assertThat(next(Claims.failed("b", FailureReason.REGION_NOT_SERVED), claimed))
                .isSameAs(claimed);
    }

    @Test
    @Tag("RELIABILITY-5")
    void an_uncertain_send_waits_for_a_receipt_and_is_then_unknown() {
        Duration grace = Duration.ofSeconds(30);
        Delivery waiting = next(Claims.uncertain("a", grace), claimed);

        assertThat(claim(waiting, "b", NOW.plusSeconds(29)).result())
                .isEqualTo(new ClaimOutcome.Held(NOW.plus(grace)));
        assertThat(claim(waiting, "b", NOW.plus(grace)))
                .isEqualTo(over(new Unknown(queued.head())));
    }

    @Test
    void an_acceptance_stands_even_after_everybody_gave_up() {
        assertThat(next(Claims.sent(ACCEPTANCE), new Unknown(queued.head())))
                .isEqualTo(new Sent(queued.head(), ACCEPTANCE));
    }

    @Test
    @Tag("RELIABILITY-1")
    void what_was_not_published_has_failed_unless_a_worker_has_it() {
        assertThat(next(Claims.notPublished(), queued))
                .isEqualTo(new Failed(queued.head(), FailureReason.NOT_PUBLISHED));
        assertThat(next(Claims.notPublished(), claimed)).isSameAs(claimed);
    }

    @Test
    void what_nobody_took_is_seen_as_too_late_from_its_deadline_on() {
        assertThat(queued.at(DEADLINE.minusNanos(1))).isSameAs(queued);
        assertThat(queued.at(DEADLINE)).isEqualTo(new TooLate(queued.head()));
    }

    @Test
    void what_nobody_finished_is_seen_as_unknown_once_deadline_and_lease_are_over() {
        Claimed outlasting = queued.claim(new Claim("a", DEADLINE.plusSeconds(5)));

        assertThat(claimed.at(DEADLINE.minusNanos(1))).isSameAs(claimed);
        assertThat(claimed.at(DEADLINE)).isEqualTo(new Unknown(queued.head()));
        assertThat(outlasting.at(DEADLINE)).isSameAs(outlasting);
        assertThat(outlasting.at(DEADLINE.plusSeconds(5))).isEqualTo(new Unknown(queued.head()));
    }

    private List<Delivery> ended() {
        return List.of(
                new Sent(queued.head(), ACCEPTANCE),
                new Delivered(queued.head(), ACCEPTANCE),
                new Failed(queued.head(), FailureReason.NOT_DELIVERED),
                new Unknown(queued.head()),
                new TooLate(queued.head()));
    }

    private static DeliveryChange<ClaimOutcome> claim(Delivery current, String by, Instant now) {
        return Claims.claim(by, SEND_TIMEOUT, MARGIN).from(current, now);
    }

    private static DeliveryChange<ClaimOutcome> over(Delivery delivery) {
        return new DeliveryChange<>(delivery, new ClaimOutcome.Over(delivery));
    }

    private static Delivery next(DeliveryTransition<Delivery> transition, Delivery current) {
        return transition.from(current, NOW).next();
    }
}
