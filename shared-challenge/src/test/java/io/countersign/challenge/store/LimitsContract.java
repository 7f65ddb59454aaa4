package io.countersign.challenge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Samples;
import io.countersign.events.id.ChallengeId;
import io.countersign.test.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SECURITY-19")
interface LimitsContract extends StoreUnderTest {

    @Test
    default void as_many_are_opened_as_the_limit_says() {
        Limit limit = limit(2, Duration.ofHours(1));

        assertThat(List.of(open(limit), open(limit))).allMatch(Updated.Done.class::isInstance);
        assertThat(open(limit)).isInstanceOf(Updated.Limited.class);
    }

    @Test
    default void of_50_openings_at_once_as_many_succeed_as_the_limit_says() {
        Limit limit = limit(3, Duration.ofHours(1));

        assertThat(AtOnce.times(50, _ -> open(limit)))
                .filteredOn(Updated.Done.class::isInstance)
                .hasSize(3);
    }

    @Test
    default void a_refusal_says_when_the_next_one_is_possible() {
        Limit limit = limit(2, Duration.ofHours(1));
        Instant before = clock();
        open(limit);
        Instant after = clock();
        open(limit);

        assertThat(retryAt(open(limit)))
                .isBetween(before.plus(limit.window()), after.plus(limit.window()));
    }

    @Test
    default void the_window_slides() {
        Duration window = Duration.ofSeconds(4);
        while (!slides(window)) {
            window = window.multipliedBy(2);
        }
    }

    /** False where the machine was too slow to be within the window when it had to. */
    private boolean slides(Duration window) {
        Limit limit = limit(2, window);
        Instant first = clock();
        open(limit);
        Instant second = clock().plus(window.dividedBy(2));
        awaitClock(second);
        open(limit);
        Updated<Pending> third = open(limit);
        if (!clock().isBefore(first.plus(window))) {
            return false;
        }

        awaitClock(retryAt(third));
        Updated<Pending> fourth = open(limit);
        Updated<Pending> fifth = open(limit);
        if (!clock().isBefore(second.plus(window))) {
            return false;
        }
        assertThat(fourth).isInstanceOf(Updated.Done.class);
        assertThat(retryAt(fifth))
                .as("the second one still counts")
                .isAfterOrEqualTo(second.plus(window));
        return true;
    }

    @Test
    default void a_refused_opening_leaves_nothing_behind() {
        Limit free = limit(1, Duration.ofHours(1));
        Limit full = limit(1, Duration.ofHours(1));
        open(full);
        Pending challenge = Samples.pending(clock(), Duration.ofMinutes(5));
        ChallengeId id = challenge.terms().id();
        var queued = Samples.queued(id, 1, challenge.terms().deadline());

        challenges().open(challenge, new Dispatch(List.of(queued), List.of(free, full)));

        assertThat(challenges().find(id)).isEmpty();
        assertThat(deliveries().find(List.of(queued.head().id()))).isEmpty();
        assertThat(open(free)).as("not taken").isInstanceOf(Updated.Done.class);
    }

    @Test
    default void a_refused_resend_changes_nothing() {
        Limit once = limit(1, Duration.ofHours(1));
        Pending opened = Samples.pending(clock(), Duration.ofMinutes(5));
        challenges().open(opened, new Dispatch(List.of(), List.of(once)));
        ChallengeId id = opened.terms().id();

        Updated<String> resent = challenges().update(id, (_, now) -> resend(opened, now, once));

        assertThat(resent).isInstanceOf(Updated.Limited.class);
        assertThat(challenges().find(id)).contains(opened);
    }

    @Test
    default void of_several_limits_the_one_that_stands_longest_is_named() {
        Limit minute = limit(1, Duration.ofMinutes(1));
        Limit hour = limit(1, Duration.ofHours(1));
        open(minute, hour);

        assertThat(open(minute, hour))
                .isInstanceOfSatisfying(
                        Updated.Limited.class,
                        limited -> assertThat(limited.limit()).isEqualTo(hour.name()));
    }

    @Test
    default void rules_for_the_same_key_count_apart() {
        String phone = UUID.randomUUID().toString();
        Limit burst = new Limit("burst", phone, 1, Duration.ofMillis(100));
        Limit hourly = new Limit("hourly", phone, 2, Duration.ofHours(1));
        open(burst, hourly);
        awaitClock(clock().plus(burst.window()));
        open(burst, hourly);
        awaitClock(clock().plus(burst.window()));

        assertThat(open(burst, hourly))
                .as("a short window forgets nothing for a long one")
                .isInstanceOfSatisfying(
                        Updated.Limited.class,
                        limited -> assertThat(limited.limit()).isEqualTo("hourly"));
    }

    private static Change<String> resend(Pending pending, Instant now, Limit... limits) {
        return new Change<>(
                pending.with(Samples.round(pending.nextRound(), now)),
                "",
                new Dispatch(List.of(), List.of(limits)));
    }

    private static Limit limit(int most, Duration window) {
        String unique = UUID.randomUUID().toString();
        return new Limit("rule " + unique, unique, most, window);
    }

    private Updated<Pending> open(Limit... limits) {
        Pending challenge = Samples.pending(clock(), Duration.ofMinutes(5));
        return challenges().open(challenge, new Dispatch(List.of(), List.of(limits)));
    }

    private static Instant retryAt(Updated<?> updated) {
        assertThat(updated).isInstanceOf(Updated.Limited.class);
        return ((Updated.Limited<?>) updated).retryAt();
    }
}
