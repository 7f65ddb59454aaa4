package io.countersign.challenge.store;

import static io.countersign.challenge.Samples.RIGHT;
import static io.countersign.challenge.Samples.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.challenge.Answer;
import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Expired;
import io.countersign.challenge.Locked;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Samples;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Claims;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.test.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

interface ChallengesContract extends StoreUnderTest {

    Duration LONG = Duration.ofMinutes(5);

    /** Soon over, and long enough for a busy machine to do something before. */
    Duration SHORT = Duration.ofSeconds(3);

    @Test
    default void an_opened_challenge_is_found_as_it_was_opened() {
        Pending opened = open(LONG);

        assertThat(challenges().find(opened.terms().id())).contains(opened);
    }

    @Test
    default void a_challenge_that_nobody_opened_is_missing() {
        ChallengeId id = Samples.pending(clock(), LONG).terms().id();

        assertThat(challenges().find(id)).isEmpty();
        assertThat(answer(id, true)).isEqualTo(new Updated.Missing<>());
    }

    @Test
    default void a_challenge_cannot_be_opened_twice() {
        Pending opened = open(LONG);
        challenges().update(opened.terms().id(), Answer.with(WRONG));

        assertThatThrownBy(() -> challenges().open(opened, Dispatch.NOTHING))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found(opened))
                .isInstanceOfSatisfying(
                        Pending.class,
                        pending ->
                                assertThat(pending.guessesLeft()).isEqualTo(Samples.GUESSES - 1));
    }

    @Test
    default void a_challenge_cannot_be_opened_after_its_deadline() {
        Pending past = Samples.pending(clock().minus(LONG).minus(LONG), LONG);

        assertThatThrownBy(() -> challenges().open(past, Dispatch.NOTHING))
                .isInstanceOf(IllegalStateException.class);
        assertThat(challenges().find(past.terms().id())).isEmpty();
    }

    @Test
    default void deliveries_begin_together_with_what_they_are_dispatched_for() {
        Pending challenge = Samples.pending(clock(), LONG);
        ChallengeId id = challenge.terms().id();
        Queued first = Samples.queued(id, 1, challenge.terms().deadline());
        Queued second = Samples.queued(id, 2, challenge.terms().deadline());

        challenges().open(challenge, new Dispatch(List.of(first), List.of()));
        challenges()
                .update(
                        id,
                        (current, _) ->
                                new Change<>(
                                        current, "", new Dispatch(List.of(second), List.of())));

        List<DeliveryId> ids = List.of(first.head().id(), second.head().id());
        assertThat(deliveries().find(ids).values()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    default void a_delivery_that_is_dispatched_again_stays_as_far_as_it_has_come() {
        Pending opened = open(LONG);
        ChallengeId id = opened.terms().id();
        Queued queued = Samples.queued(id, 1, opened.terms().deadline());
        Dispatch dispatch = new Dispatch(List.of(queued), List.of());
        challenges().update(id, (current, _) -> new Change<>(current, "", dispatch));
        Delivery failed =
                deliveries().update(queued.head().id(), Claims.notPublished()).orElseThrow();

        challenges().update(id, (current, _) -> new Change<>(current, "", dispatch));

        assertThat(deliveries().find(List.of(queued.head().id()))).containsValue(failed);
    }

    @Test
    default void the_next_transition_sees_what_the_last_one_stored() {
        Pending opened = open(LONG);
        ChallengeId id = opened.terms().id();

        challenges().update(id, Answer.with(WRONG));
        challenges()
                .update(
                        id,
                        (current, now) ->
                                current instanceof Pending pending
                                        ? Change.to(pending.with(Samples.round(1, now)), "")
                                        : Change.to(current, ""));

        assertThat(found(opened))
                .isInstanceOfSatisfying(
                        Pending.class,
                        pending -> {
                            assertThat(pending.guessesLeft()).isEqualTo(Samples.GUESSES - 1);
                            assertThat(pending.rounds()).hasSize(1);
                            assertThat(pending.code()).isEqualTo(opened.code());
                        });
    }

    @Test
    default void every_state_of_a_challenge_is_read_back_as_it_was_stored() {
        Pending opened = open(LONG);
        Instant now = clock();

        for (Challenge state :
                List.of(
                        opened.with(Samples.round(1, now)),
                        new Approved(opened.terms(), Method.TELEGRAM, now),
                        new Approved(opened.terms(), Method.CALL, now, opened),
                        new Denied(opened.terms(), now),
                        new Locked(opened.terms(), now),
                        new Expired(opened.terms()))) {
            challenges().update(opened.terms().id(), (_, _) -> Change.to(state, ""));
            assertThat(found(opened)).isEqualTo(state);
        }
    }

    @Test
    @Tag("SECURITY-1")
    default void of_100_right_answers_at_once_one_is_accepted() {
        Pending opened = open(LONG);
        ChallengeId id = opened.terms().id();

        List<Updated<Answer>> told = AtOnce.times(100, _ -> answer(id, true));

        assertThat(Collections.frequency(told, new Updated.Done<>(Answer.RIGHT))).isOne();
        assertThat(Collections.frequency(told, new Updated.Done<>(Answer.NOT_LOOKED_AT)))
                .isEqualTo(99);
        assertThat(found(opened)).isInstanceOf(Approved.class);
    }

    @Test
    @Tag("SECURITY-2")
    default void of_500_wrong_answers_at_once_5_are_looked_at() {
        Pending opened = open(LONG);
        ChallengeId id = opened.terms().id();

        List<Updated<Answer>> told = AtOnce.times(500, _ -> answer(id, false));

        assertThat(Collections.frequency(told, new Updated.Done<>(Answer.WRONG))).isEqualTo(5);
        assertThat(Collections.frequency(told, new Updated.Done<>(Answer.NOT_LOOKED_AT)))
                .isEqualTo(495);
        assertThat(found(opened)).isInstanceOf(Locked.class);
    }

    @Test
    @Tag("SECURITY-2")
    default void the_right_answer_amid_500_is_one_of_at_most_5_that_are_looked_at() {
        Pending opened = open(LONG);
        ChallengeId id = opened.terms().id();

        List<Updated<Answer>> told = AtOnce.times(500, number -> answer(id, number == 250));

        int right = Collections.frequency(told, new Updated.Done<>(Answer.RIGHT));
        int wrong = Collections.frequency(told, new Updated.Done<>(Answer.WRONG));
        assertThat(right + wrong).isLessThanOrEqualTo(5);
        assertThat(found(opened)).isInstanceOf(right == 1 ? Approved.class : Locked.class);
    }

    @Test
    @Tag("SECURITY-9")
    default void a_challenge_expires_by_its_deadline_alone_and_takes_no_answer_any_more() {
        Pending opened = open(SHORT);

        awaitClock(opened.terms().deadline());

        assertThat(found(opened)).isEqualTo(new Expired(opened.terms()));
        assertThat(answer(opened.terms().id(), true))
                .isEqualTo(new Updated.Done<>(Answer.NOT_LOOKED_AT));
    }

    @Test
    @Tag("SECURITY-9")
    default void the_right_answer_that_is_held_up_past_the_deadline_is_not_accepted() {
        Pending opened = open(SHORT);
        AtomicInteger asked = new AtomicInteger();
        Transition<Answer> heldUp =
                (current, now) -> {
                    Change<Answer> change = Answer.with(RIGHT).from(current, now);
                    if (asked.incrementAndGet() == 1) {
                        assertThat(change.result()).isEqualTo(Answer.RIGHT);
                        awaitClock(opened.terms().deadline());
                    }
                    return change;
                };

        assertThat(challenges().update(opened.terms().id(), heldUp))
                .isEqualTo(new Updated.Done<>(Answer.NOT_LOOKED_AT));
        assertThat(asked).hasValue(2);
        assertThat(found(opened)).isInstanceOf(Expired.class);
    }

    private Pending open(Duration lifetime) {
        Pending pending = Samples.pending(clock(), lifetime);
        assertThat(challenges().open(pending, Dispatch.NOTHING))
                .isEqualTo(new Updated.Done<>(pending));
        return pending;
    }

    private Updated<Answer> answer(ChallengeId id, boolean right) {
        return challenges().update(id, Answer.with(right ? RIGHT : WRONG));
    }

    private Challenge found(Challenge challenge) {
        return challenges().find(challenge.terms().id()).orElseThrow();
    }
}
