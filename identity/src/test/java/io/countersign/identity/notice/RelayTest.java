package io.countersign.identity.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.Handling;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.ReceivedEvent;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claim;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Head;
import io.countersign.delivery.Sent;
import io.countersign.delivery.Unknown;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.WireEvent;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepSealer;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.EmailAddress;
import io.countersign.test.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At every point where a process can die, with a broker that can be down. */
@Tag("RELIABILITY-2")
class RelayTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final EventCodec CODEC = new EventCodec("/countersign/test");

    @TempDir private static Path folder;

    private static NoticeSeal seal;
    private static StepSealer sealer;

    private final MovableClock clock = new MovableClock();
    private final InMemoryOutboxRows rows = new InMemoryOutboxRows(clock);
    private final List<DeliveryRequested> published = new CopyOnWriteArrayList<>();
    private InMemoryStore store = new InMemoryStore(clock);
    private boolean brokerDown;

    @BeforeAll
    static void keys() throws IOException {
        seal = new NoticeSeal(OwnKeys.in(folder));
        sealer =
                new StepSealer(
                        Map.of(Channel.EMAIL, SealingKeys.read(folder.resolve("seal-email.json"))));
    }

    @Test
    void what_was_committed_before_the_process_died_is_requested() {
        NoticeId notice = add();

        relay().requestDue();

        assertThat(published)
                .singleElement()
                .satisfies(
                        request -> assertThat(request.delivery(1)).isEqualTo(delivery(notice, 1)));
        assertThat(state(notice, 1)).map(Delivery::progress).contains(Progress.QUEUED);
    }

    @Test
    void what_is_not_reported_is_requested_again_after_a_minute_then_two_then_four_up_to_an_hour() {
        NoticeId notice = add();
        List<Integer> rests = new ArrayList<>();

        for (int i = 0; i < 9; i++) {
            relay().requestDue();
            rests.add(rest(notice));
            makeDue(notice);
        }

        assertThat(rests).containsExactly(60, 120, 240, 480, 960, 1920, 3600, 3600, 3600);
        assertThat(published)
                .hasSize(9)
                .extracting(request -> request.delivery(1))
                .containsOnly(delivery(notice, 1));
    }

    @Test
    void what_is_not_due_is_left_alone() {
        add();
        relay().requestDue();

        relay().requestDue();

        assertThat(published).hasSize(1);
    }

    @Test
    void a_broker_that_is_down_costs_a_try_of_quarter_of_a_minute_only() {
        NoticeId notice = add();
        brokerDown = true;
        relay().requestDue();
        assertThat(rest(notice)).isEqualTo(15);

        brokerDown = false;
        makeDue(notice);
        relay().requestDue();

        assertThat(published)
                .extracting(request -> request.delivery(1))
                .containsExactly(delivery(notice, 1));
        assertThat(rest(notice)).isEqualTo(60);
    }

    @Test
    void a_process_that_dies_between_taking_and_requesting_loses_nothing() {
        NoticeId notice = add();
        rows.takeDue();

        relay().requestDue();
        assertThat(published).isEmpty();
        makeDue(notice);
        relay().requestDue();

        assertThat(published).hasSize(1);
    }

    @Test
    void a_process_that_dies_between_beginning_a_round_and_queueing_it_begins_the_next() {
        NoticeId notice = add();
        rows.beginRound(rows.takeDue().orElseThrow());
        makeDue(notice);

        relay().requestDue();

        assertThat(published)
                .extracting(request -> request.delivery(1))
                .containsExactly(delivery(notice, 2));
    }

    @Test
    @Tag("RELIABILITY-9")
    void what_the_store_lost_is_requested_as_the_next_round_of_the_same_notice() {
        NoticeId notice = add();
        relay().requestDue();
        loseEverything();
        makeDue(notice);

        relay().requestDue();

        assertThat(published)
                .extracting(request -> request.delivery(1))
                .containsExactly(delivery(notice, 1), delivery(notice, 2));
        assertThat(state(notice, 2)).map(Delivery::progress).contains(Progress.QUEUED);
    }

    @Test
    void a_mail_of_which_nobody_knows_whether_it_went_out_goes_again_under_the_same_notice() {
        NoticeId notice = add();
        relay().requestDue();
        become(notice, Unknown::new);
        report(notice, 1, Progress.UNKNOWN);
        makeDue(notice);

        relay().requestDue();

        assertThat(published)
                .extracting(request -> request.delivery(1))
                .endsWith(delivery(notice, 2));
        assertThat(published).extracting(DeliveryRequested::subject).containsOnly(notice);
    }

    @Test
    void while_a_worker_has_it_the_round_stays_the_same() {
        NoticeId notice = add();
        relay().requestDue();
        become(notice, head -> new Claimed(head, new Claim("worker", Instant.EPOCH)));
        makeDue(notice);

        relay().requestDue();

        assertThat(published)
                .extracting(request -> request.delivery(1))
                .containsOnly(delivery(notice, 1))
                .hasSize(2);
    }

    @Test
    void what_was_sent_without_a_report_is_not_requested_again() {
        NoticeId notice = add();
        relay().requestDue();
        become(notice, head -> new Sent(head, new Acceptance("smtp", "1", Instant.EPOCH)));
        makeDue(notice);

        relay().requestDue();

        assertThat(published).hasSize(1);
        assertThat(rest(notice)).isNull();
    }

    @Test
    void a_report_that_it_was_sent_ends_it_however_often_it_comes() {
        NoticeId notice = add();
        relay().requestDue();

        assertThat(report(notice, 1, Progress.SENT)).isEqualTo(Handling.DONE);
        assertThat(report(notice, 1, Progress.SENT)).isEqualTo(Handling.DONE);

        assertThat(rest(notice)).isNull();
    }

    @Test
    void a_report_that_it_failed_ends_the_latest_round_only() {
        NoticeId notice = add();
        relay().requestDue();
        loseEverything();
        makeDue(notice);
        relay().requestDue();

        report(notice, 1, Progress.FAILED);
        assertThat(rest(notice)).isNotNull();
        report(notice, 2, Progress.FAILED);

        assertThat(rest(notice)).isNull();
    }

    @Test
    void a_late_word_that_an_earlier_round_was_sent_ends_it_too() {
        NoticeId notice = add();
        relay().requestDue();
        loseEverything();
        makeDue(notice);
        relay().requestDue();

        report(notice, 1, Progress.SENT);

        assertThat(rest(notice)).isNull();
    }

    @Test
    void what_is_over_is_neither_requested_nor_kept() {
        NoticeId notice = add();
        clock.advance(OutboxRows.WORTH_SENDING);

        relay().requestDue();
        rows.forgetOld();

        assertThat(published).isEmpty();
        assertThat(rest(notice)).isNull();
    }

    @Test
    void many_relays_at_once_request_each_notice_once() throws Exception {
        List<NoticeId> notices = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            notices.add(add());
        }
        CyclicBarrier start = new CyclicBarrier(4);
        Callable<Object> relaying =
                () -> {
                    start.await();
                    relay().requestDue();
                    return "";
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done :
                    threads.invokeAll(List.of(relaying, relaying, relaying, relaying))) {
                done.get();
            }
        }

        assertThat(published)
                .extracting(DeliveryRequested::subject)
                .containsExactlyInAnyOrderElementsOf(notices);
    }

    private Relay relay() {
        return new Relay(
                rows,
                store,
                new NoticeRequests((_, _, event) -> publish(event), CODEC, sealer, seal));
    }

    private PublishOutcome publish(WireEvent event) {
        if (brokerDown) {
            return new PublishOutcome.NotPublished("down");
        }
        if (CODEC.decodeRequested(event) instanceof Decoded.Event(DeliveryRequested request)) {
            published.add(request);
        }
        return new PublishOutcome.Published();
    }

    private NoticeId add() {
        NoticeId id = NoticeId.next(RANDOM);
        var notice =
                new Message.Notice(
                        NoticeKind.NEW_DEVICE,
                        Map.of(
                                Fact.AT, "2026-05-01T10:00:00Z",
                                Fact.LINK, "https://gateway.test/x?t=secret"));
        byte[] sealed = seal.seal(id, new EmailAddress("jo@people.test"), notice);
        rows.add(id, notice.notice(), sealed, "en", Optional.empty());
        return id;
    }

    private void makeDue(NoticeId notice) {
        clock.advance(Duration.ofSeconds(Objects.requireNonNull(rest(notice))));
    }

    /** Seconds from now until it is due; null where there is no such row. */
    private @Nullable Integer rest(NoticeId notice) {
        return rows.dueAt(notice)
                .map(due -> (int) Duration.between(clock.instant(), due).toSeconds())
                .orElse(null);
    }

    private static DeliveryId delivery(NoticeId notice, int round) {
        return new DeliveryId(notice, round, 0, 1);
    }

    private Optional<Delivery> state(NoticeId notice, int round) {
        DeliveryId id = delivery(notice, round);
        return Optional.ofNullable(store.find(List.of(id)).get(id));
    }

    private void become(NoticeId notice, Function<Head, Delivery> next) {
        store.update(
                delivery(notice, 1),
                (current, _) -> new DeliveryChange<>(next.apply(current.head()), ""));
    }

    /** As the deliveries' store does where it restarts empty. */
    private void loseEverything() {
        store = new InMemoryStore(clock);
    }

    private Handling report(NoticeId notice, int round, Progress progress) {
        var report =
                new DeliveryReported(
                        delivery(notice, round),
                        Channel.EMAIL,
                        progress,
                        progress == Progress.FAILED ? FailureReason.DESTINATION_INVALID : null,
                        "smtp",
                        Instant.EPOCH);
        return new NoticeReports(CODEC, rows).handle(new ReceivedEvent(CODEC.encode(report), 0));
    }
}
