package io.countersign.challenge.store;

import static io.countersign.challenge.Samples.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.challenge.Answer;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Samples;
import io.countersign.challenge.store.Changes.Registration;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Claims;
import io.countersign.events.id.ChallengeId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

interface ChangesContract extends StoreUnderTest {

    Changes changes();

    @Test
    default void a_change_of_a_challenge_is_heard_once() {
        ChallengeId id = opened();
        AtomicInteger heard = new AtomicInteger();
        changes().onChange(id, heard::incrementAndGet);

        challenges().update(id, Answer.with(WRONG));

        await().until(() -> heard.get() > 0);
        awaitEarlier();
        assertThat(heard).hasValue(1);
    }

    @Test
    default void an_opening_is_heard() {
        Pending challenge = Samples.pending(clock(), Duration.ofMinutes(5));
        CountDownLatch heard = new CountDownLatch(1);
        changes().onChange(challenge.terms().id(), heard::countDown);

        challenges().open(challenge, Dispatch.NOTHING);

        await().until(() -> heard.getCount() == 0);
    }

    @Test
    default void a_change_of_a_delivery_is_heard_by_who_listens_for_its_challenge() {
        ChallengeId id = opened();
        Queued queued = Samples.queued(id, 1, clock().plusSeconds(300));
        CountDownLatch heard = new CountDownLatch(2);
        changes().onChange(id, heard::countDown);

        deliveries().queue(queued);
        deliveries().update(queued.head().id(), Claims.notPublished());

        await().until(() -> heard.getCount() == 0);
    }

    @Test
    default void whoever_hears_of_a_change_reads_it() {
        ChallengeId id = opened();
        AtomicInteger guessesLeft = new AtomicInteger();
        changes()
                .onChange(
                        id,
                        () ->
                                guessesLeft.set(
                                        ((Pending) challenges().find(id).orElseThrow())
                                                .guessesLeft()));

        challenges().update(id, Answer.with(WRONG));

        await().untilAsserted(() -> assertThat(guessesLeft).hasValue(Samples.GUESSES - 1));
    }

    @Test
    default void nothing_is_heard_of_what_changed_nothing() {
        ChallengeId id = opened();
        Queued queued = Samples.queued(id, 1, clock().plusSeconds(300));
        deliveries().queue(queued);
        deliveries().update(queued.head().id(), Claims.notPublished());
        awaitEarlier();
        AtomicInteger heard = new AtomicInteger();
        changes().onChange(id, heard::incrementAndGet);

        deliveries().queue(queued);
        deliveries().update(queued.head().id(), Claims.notPublished());
        challenges().find(id);

        awaitEarlier();
        assertThat(heard).hasValue(0);
    }

    @Test
    default void one_listener_neither_delays_nor_ends_another() {
        ChallengeId id = opened();
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        try (Registration _ = changes().onChange(id, () -> awaitQuietly(never));
                Registration _ = changes().onChange(id, heard::countDown)) {
            challenges().update(id, Answer.with(WRONG));

            await().until(() -> heard.getCount() == 0);
        } finally {
            never.countDown();
        }
    }

    @Test
    default void nothing_is_heard_after_the_registration_is_closed() {
        ChallengeId id = opened();
        AtomicInteger heard = new AtomicInteger();
        changes().onChange(id, heard::incrementAndGet).close();

        challenges().update(id, Answer.with(WRONG));

        awaitEarlier();
        assertThat(heard).hasValue(0);
    }

    /** Until all that happened before has been heard of. */
    private void awaitEarlier() {
        opened();
    }

    /** A challenge whose opening has been heard of. */
    private ChallengeId opened() {
        Pending challenge = Samples.pending(clock(), Duration.ofMinutes(5));
        CountDownLatch heard = new CountDownLatch(1);
        try (Registration _ = changes().onChange(challenge.terms().id(), heard::countDown)) {
            challenges().open(challenge, Dispatch.NOTHING);
            await().until(() -> heard.getCount() == 0);
        }
        return challenge.terms().id();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
