package io.countersign.challenge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Samples;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claim;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Receipt;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import io.countersign.delivery.store.ClaimOutcome;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.events.FailureReason;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import io.countersign.test.AtOnce;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

interface DeliveriesContract extends StoreUnderTest {

    Duration SEND_TIMEOUT = Duration.ofSeconds(10);
    Duration MARGIN = Duration.ofSeconds(2);
    Duration LIFETIME = Duration.ofMinutes(5);

    /** Soon over, and long enough for a busy machine to do something before. */
    Duration SHORT = Duration.ofSeconds(3);

    @Test
    default void only_deliveries_that_exist_are_found() {
        Queued first = queue(LIFETIME);
        Queued second = queue(LIFETIME);

        assertThat(deliveries().find(List.of(id(first), nobodys(), id(second))))
                .containsOnlyKeys(id(first), id(second))
                .containsValues(first, second);
        assertThat(deliveries().find(List.of())).isEmpty();
    }

    @Test
    default void a_delivery_that_does_not_exist_cannot_be_claimed() {
        assertThat(deliveries().update(nobodys(), claim("a"))).isEmpty();
    }

    @Test
    default void queueing_again_changes_nothing() {
        Queued queued = queue(LIFETIME);
        claimed(queued, "a");

        deliveries().queue(queued);

        assertThat(found(queued)).isInstanceOf(Claimed.class);
    }

    @Test
    default void every_state_of_a_delivery_is_read_back_as_it_was_stored() {
        Queued queued = queue(LIFETIME);
        Acceptance acceptance = new Acceptance("provider", "reference", clock());

        for (Delivery state :
                List.of(
                        queued.claim(new Claim("a", clock().plus(LIFETIME))),
                        new Sent(queued.head(), acceptance),
                        new Delivered(queued.head(), acceptance),
                        new Failed(queued.head(), FailureReason.BLOCKED_BY_RECIPIENT),
                        new Unknown(queued.head()),
                        new TooLate(queued.head()),
                        queued)) {
            deliveries().update(id(queued), (_, _) -> new DeliveryChange<>(state, ""));
            assertThat(found(queued)).isEqualTo(state);
        }
    }

    @Test
    @Tag("RELIABILITY-7")
    default void of_50_workers_at_once_one_is_granted_the_claim() {
        Queued queued = queue(LIFETIME);

        List<ClaimOutcome> outcomes =
                AtOnce.times(50, number -> claimed(queued, "worker " + number));

        assertThat(outcomes).filteredOn(ClaimOutcome.Granted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ClaimOutcome.Held.class::isInstance).hasSize(49);
    }

    @Test
    @Tag("RELIABILITY-4")
    default void while_a_lease_lives_others_are_told_to_come_back_after_it() {
        Queued queued = queue(LIFETIME);
        Instant before = clock();
        claimed(queued, "a");
        Instant after = clock();

        Duration lease = SEND_TIMEOUT.plus(MARGIN);
        assertThat(claimed(queued, "b"))
                .isInstanceOfSatisfying(
                        ClaimOutcome.Held.class,
                        held ->
                                assertThat(held.until())
                                        .isBetween(before.plus(lease), after.plus(lease)));
    }

    @Test
    @Tag("RELIABILITY-4")
    default void what_a_dead_worker_had_claimed_is_never_granted_again() {
        Queued queued = queue(LIFETIME);
        Duration brief = Duration.ofMillis(50);
        deliveries().update(id(queued), Claims.claim("dead", brief, brief));
        awaitClock(clock().plus(brief).plus(brief));

        assertThat(List.of(claimed(queued, "b"), claimed(queued, "b"), claimed(queued, "c")))
                .containsOnly(new ClaimOutcome.Over(new Unknown(queued.head())));
        assertThat(found(queued)).isEqualTo(new Unknown(queued.head()));
    }

    @Test
    default void what_was_released_is_granted_again() {
        Queued queued = queue(LIFETIME);
        claimed(queued, "a");

        deliveries().update(id(queued), Claims.release("a"));

        assertThat(claimed(queued, "b")).isInstanceOf(ClaimOutcome.Granted.class);
    }

    @Test
    @Tag("RELIABILITY-13")
    default void a_delivery_whose_send_could_end_after_the_deadline_is_too_late() {
        Queued queued = queue(SEND_TIMEOUT);

        assertThat(claimed(queued, "a"))
                .isEqualTo(new ClaimOutcome.Over(new TooLate(queued.head())));
        assertThat(found(queued)).isEqualTo(new TooLate(queued.head()));
    }

    @Test
    @Tag("RELIABILITY-11")
    default void a_claim_that_is_held_up_until_there_is_no_time_to_send_is_not_granted() {
        Queued queued = queue(SEND_TIMEOUT.plus(SHORT));
        Instant noTimeToSend = queued.head().deadline().minus(SEND_TIMEOUT);
        AtomicInteger asked = new AtomicInteger();
        DeliveryTransition<ClaimOutcome> heldUp =
                (current, now) -> {
                    DeliveryChange<ClaimOutcome> change = claim("a").from(current, now);
                    if (asked.incrementAndGet() == 1) {
                        assertThat(change.result()).isInstanceOf(ClaimOutcome.Granted.class);
                        awaitClock(noTimeToSend);
                    }
                    return change;
                };

        assertThat(deliveries().update(id(queued), heldUp))
                .contains(new ClaimOutcome.Over(new TooLate(queued.head())));
    }

    @Test
    @Tag("RELIABILITY-5")
    default void an_uncertain_send_is_noted_after_the_deadline_too() {
        Queued queued = queue(Duration.ofSeconds(5));
        deliveries().update(id(queued), Claims.claim("a", Duration.ofMillis(50), LIFETIME));
        awaitClock(queued.head().deadline());

        assertThat(deliveries().update(id(queued), Claims.uncertain("a", LIFETIME)))
                .containsInstanceOf(Claimed.class);
        assertThat(claimed(queued, "b")).isInstanceOf(ClaimOutcome.Held.class);
    }

    @Test
    @Tag("RELIABILITY-1")
    default void what_was_not_published_is_not_granted_to_a_late_record() {
        Queued queued = queue(LIFETIME);

        deliveries().update(id(queued), Claims.notPublished());

        assertThat(claimed(queued, "a"))
                .isEqualTo(
                        new ClaimOutcome.Over(
                                new Failed(queued.head(), FailureReason.NOT_PUBLISHED)));
    }

    @Test
    @Tag("RELIABILITY-1")
    default void what_a_worker_has_already_cannot_be_taken_back() {
        Queued queued = queue(LIFETIME);
        claimed(queued, "a");

        assertThat(deliveries().update(id(queued), Claims.notPublished()))
                .containsInstanceOf(Claimed.class);
    }

    @Test
    @Tag("RELIABILITY-8")
    default void a_receipt_before_the_report_is_merged() {
        Queued queued = queue(LIFETIME);
        claimed(queued, "a");
        Acceptance early = new Acceptance("provider", "reference", clock());

        deliveries().update(id(queued), received(new Receipt.Arrived(early)));
        deliveries().update(id(queued), Claims.sent(early));

        assertThat(found(queued)).isEqualTo(new Delivered(queued.head(), early));
    }

    private Queued queue(Duration lifetime) {
        Queued queued =
                Samples.queued(NoticeId.next(new SecureRandom()), 1, clock().plus(lifetime));
        deliveries().queue(queued);
        return queued;
    }

    private static DeliveryTransition<ClaimOutcome> claim(String holder) {
        return Claims.claim(holder, SEND_TIMEOUT, MARGIN);
    }

    private static DeliveryTransition<String> received(Receipt receipt) {
        return (current, _) -> new DeliveryChange<>(current.receive(receipt), "");
    }

    private ClaimOutcome claimed(Queued queued, String holder) {
        return deliveries().update(id(queued), claim(holder)).orElseThrow();
    }

    private Delivery found(Queued queued) {
        return deliveries().find(List.of(id(queued))).values().iterator().next();
    }

    private static DeliveryId id(Queued queued) {
        return queued.head().id();
    }

    private static DeliveryId nobodys() {
        return new DeliveryId(NoticeId.next(new SecureRandom()), 1, 0, 1);
    }
}
