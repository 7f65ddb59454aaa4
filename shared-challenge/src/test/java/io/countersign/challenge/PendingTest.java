package io.countersign.challenge;

import static io.countersign.challenge.Samples.RIGHT;
import static io.countersign.challenge.Samples.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PendingTest {

    private static final Instant OPENED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant DEADLINE = OPENED.plus(Duration.ofMinutes(5));
    private static final Instant IN_TIME = DEADLINE.minusNanos(1);

    private final Pending pending = Samples.pending(OPENED, Duration.ofMinutes(5));

    @Test
    void the_right_answer_approves_it_and_says_how_and_when() {
        assertThat(pending.answer(RIGHT, Method.SMS, IN_TIME))
                .isEqualTo(new Approved(pending.terms(), Method.SMS, IN_TIME, pending));
    }

    @Test
    void a_wrong_answer_costs_a_guess_and_nothing_else() {
        assertThat(pending.answer(WRONG, Method.SMS, IN_TIME))
                .isEqualTo(new Pending(pending.terms(), 4, pending.code(), pending.rounds()));
    }

    @Test
    @Tag("SECURITY-2")
    void the_fifth_wrong_answer_locks_it() {
        Challenge challenge = pending;
        for (int i = 0; i < 4; i++) {
            challenge = ((Pending) challenge).answer(WRONG, Method.SMS, IN_TIME);
        }

        assertThat(challenge.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(((Pending) challenge).answer(WRONG, Method.SMS, IN_TIME))
                .isEqualTo(new Locked(pending.terms(), IN_TIME));
    }

    @Test
    void the_fifth_answer_may_be_the_right_one() {
        Pending last = new Pending(pending.terms(), 1, pending.code(), List.of());

        assertThat(last.answer(RIGHT, Method.SMS, IN_TIME).verdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void there_is_no_pending_challenge_without_a_guess_left() {
        assertThatThrownBy(() -> new Pending(pending.terms(), 0, pending.code(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("SECURITY-9")
    void at_its_deadline_no_answer_is_looked_at() {
        Guess neverAsked =
                _ -> {
                    throw new AssertionError("looked at");
                };

        assertThat(pending.answer(neverAsked, Method.SMS, DEADLINE))
                .isEqualTo(new Expired(pending.terms()));
    }

    @Test
    void it_is_denied_by_the_person_until_its_deadline() {
        assertThat(pending.deny(IN_TIME)).isEqualTo(new Denied(pending.terms(), IN_TIME));
        assertThat(pending.deny(DEADLINE)).isEqualTo(new Expired(pending.terms()));
    }

    @Test
    void it_expires_by_its_deadline_alone() {
        assertThat(pending.at(IN_TIME)).isSameAs(pending);
        assertThat(pending.at(DEADLINE)).isEqualTo(new Expired(pending.terms()));
    }

    @Test
    void what_is_over_stays_as_it_is() {
        for (Challenge over :
                List.of(
                        new Approved(pending.terms(), Method.TOTP, OPENED),
                        new Denied(pending.terms(), OPENED),
                        new Locked(pending.terms(), OPENED),
                        new Expired(pending.terms()))) {
            assertThat(over.at(DEADLINE.plusSeconds(1))).isSameAs(over);
        }
    }

    @Test
    void a_round_more_leaves_guesses_and_code_alone() {
        Round round = Samples.round(pending.nextRound(), OPENED);
        Pending resent = pending.with(round);

        assertThat(resent)
                .isEqualTo(new Pending(pending.terms(), 5, pending.code(), List.of(round)));
        assertThat(resent.lastRound()).contains(round);
        assertThat(resent.nextRound()).isEqualTo(2);
    }

    @Test
    void a_challenge_ends_after_it_opens() {
        assertThatThrownBy(() -> Samples.pending(OPENED, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("SECURITY-23")
    void its_code_is_not_printed_even_sealed() {
        assertThat(pending.toString()).contains("SealedCode[5 bytes]");
    }
}
