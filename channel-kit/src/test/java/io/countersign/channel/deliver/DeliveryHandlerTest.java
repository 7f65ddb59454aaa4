package io.countersign.channel.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.Handling;
import io.countersign.channel.kit.FailingStore;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.kit.WorkersInMemory;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Receipt;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.WireEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryHandlerTest extends WorkersInMemory {

    private final FakeSender sender = new FakeSender();
    private final FakeSender second = new FakeSender();
    private final TestWorker worker = worker(clock, sender);
    private final DeliveryRequested request = gateway.request("de", Channel.SMS);
    private final WireEvent event = gateway.encode(request);

    @Test
    void aRequestIsSentOnceAndReported() {
        assertThat(worker.handle(event)).isEqualTo(Handling.DONE);

        assertThat(sender.given())
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.destination()).isEqualTo(TestGateway.PHONE);
                            assertThat(message.locale()).isEqualTo(Locale.GERMAN);
                            assertThat(message.validity()).isEqualTo(TestGateway.LIFETIME);
                            assertThat(message.timeout()).isEqualTo(Duration.ofSeconds(10));
                        });
        assertThat(progress()).isEqualTo(Progress.SENT);
        assertThat(broker.reports())
                .containsExactly(
                        new DeliveryReported(
                                request.delivery(1),
                                Channel.SMS,
                                Progress.SENT,
                                null,
                                "first",
                                clock.instant()));
    }

    @Test
    @Tag("RELIABILITY-7")
    void theSameEventTenTimesAtOnceIsOneSend() throws Exception {
        CountDownLatch allThere = new CountDownLatch(10);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Handling>> handlings =
                    IntStream.range(0, 10)
                            .mapToObj(
                                    _ ->
                                            threads.submit(
                                                    () -> {
                                                        allThere.countDown();
                                                        allThere.await();
                                                        return worker.handle(event);
                                                    }))
                            .toList();
            for (Future<Handling> handling : handlings) {
                assertThat(handling.get())
                        .isInstanceOfAny(Handling.Done.class, Handling.Again.class);
            }
        }

        assertThat(worker.carry(event, clock)).isEqualTo(Handling.DONE);
        assertThat(sender.given()).hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-13")
    void aBacklogOlderThanItsDeadlineSendsNothingAndEndsTooLate() {
        List<DeliveryRequested> backlog =
                Stream.generate(() -> gateway.request(Channel.SMS)).limit(200).toList();
        clock.advance(TestGateway.LIFETIME);

        assertThat(backlog)
                .allSatisfy(
                        one ->
                                assertThat(worker.handle(gateway.encode(one)))
                                        .isEqualTo(Handling.DONE));

        assertThat(sender.given()).isEmpty();
        assertThat(broker.reports())
                .hasSize(200)
                .allSatisfy(report -> assertThat(report.progress()).isEqualTo(Progress.TOO_LATE));
    }

    @Test
    void whatCouldNotEndBeforeTheDeadlineIsNotBegun() {
        clock.advance(TestGateway.LIFETIME.minus(TestWorker.TIMES.sendTimeout()));

        worker.handle(event);

        assertThat(sender.given()).isEmpty();
        assertThat(progress()).isEqualTo(Progress.TOO_LATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-90, 90})
    @Tag("RELIABILITY-11")
    void aWorkerWhoseClockIsWrongSendsNeitherLateNorNever(int secondsOff) {
        Clock wrong = Clock.offset(clock, Duration.ofSeconds(secondsOff));
        TestWorker skewed = worker(wrong, sender);
        clock.advance(TestGateway.LIFETIME.minusSeconds(11));

        skewed.handle(event);
        assertThat(sender.given())
                .singleElement()
                .satisfies(
                        message ->
                                assertThat(message.validity()).isEqualTo(Duration.ofSeconds(11)));

        DeliveryRequested late = gateway.request(Channel.SMS);
        clock.advance(TestGateway.LIFETIME.minusSeconds(10));
        skewed.handle(gateway.encode(late));
        assertThat(sender.given()).hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-4")
    void aWorkerThatDiedAfterItsClaimLeavesTheDeliveryUnknownAndUnsent() {
        store.update(
                request.delivery(1),
                Claims.claim("died", TestWorker.TIMES.sendTimeout(), Duration.ofSeconds(2)));

        assertThat(worker.handle(event)).isEqualTo(Handling.again(Duration.ofSeconds(12)));
        assertThat(worker.carry(event, clock)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).isEmpty();
        assertThat(progress()).isEqualTo(Progress.UNKNOWN);
        assertThat(lastReport().progress()).isEqualTo(Progress.UNKNOWN);
    }

    @Test
    @Tag("RELIABILITY-4")
    void aWorkerThatDiedBeforeItsReportIsReportedForAndNothingIsSentAgain() {
        broker.goDown();
        assertThat(worker.handle(event)).isInstanceOf(Handling.Again.class);
        broker.comeUp();

        assertThat(worker(clock, second).handle(event)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).hasSize(1);
        assertThat(second.given()).isEmpty();
        assertThat(lastReport().progress()).isEqualTo(Progress.SENT);
    }

    @Test
    @Tag("RELIABILITY-5")
    void aProviderThatHangsLeavesTheDeliveryUnknownAfterTheGraceTime() {
        sender.answers(new Uncertain("timed out"));

        assertThat(worker.handle(event)).isEqualTo(Handling.again(TestWorker.TIMES.grace()));
        assertThat(progress()).isEqualTo(Progress.CLAIMED);
        clock.advance(TestWorker.TIMES.grace());
        assertThat(worker.handle(event)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).hasSize(1);
        assertThat(progress()).isEqualTo(Progress.UNKNOWN);
        assertThat(lastReport().progress()).isEqualTo(Progress.UNKNOWN);
    }

    @Test
    @Tag("RELIABILITY-5")
    void aReceiptWithinTheGraceTimeSettlesAnUncertainSend() {
        sender.answers(new Uncertain("timed out"));
        worker.handle(event);

        worker.receipts().receive(request.delivery(1), new Receipt.OnItsWay(acceptance()));
        assertThat(worker.carry(event, clock)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).hasSize(1);
        assertThat(lastReport().progress()).isEqualTo(Progress.SENT);
    }

    @Test
    @Tag("RELIABILITY-8")
    void aReceiptThatIsQuickerThanTheAnswerIsMerged() {
        sender.answers(
                message -> {
                    worker.receipts()
                            .receive(message.delivery(), new Receipt.Arrived(acceptance()));
                    return new Accepted("SM1");
                });

        assertThat(worker.handle(event)).isEqualTo(Handling.DONE);

        assertThat(progress()).isEqualTo(Progress.DELIVERED);
        assertThat(broker.reports())
                .extracting(DeliveryReported::progress)
                .containsOnly(Progress.DELIVERED);
    }

    @Test
    void aRefusalIsFinalAndSaysWhy() {
        sender.answers(new Refused(FailureReason.DESTINATION_INVALID, "21614"));

        assertThat(worker.handle(event)).isEqualTo(Handling.DONE);

        assertThat(lastReport().progress()).isEqualTo(Progress.FAILED);
        assertThat(lastReport().reason()).isEqualTo(FailureReason.DESTINATION_INVALID);
    }

    @Test
    void aDeliveryThatNobodyTookIsTriedAgain() {
        sender.answers(new Unavailable(Concerned.PROVIDER, "21611"));
        assertThat(worker.handle(event)).isEqualTo(Handling.again(Duration.ofSeconds(1)));
        assertThat(progress()).isEqualTo(Progress.QUEUED);

        sender.answers(new Accepted("SM1"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(worker.handle(event)).isEqualTo(Handling.DONE);

        assertThat(progress()).isEqualTo(Progress.SENT);
    }

    @Test
    @Tag("RELIABILITY-6")
    void aProviderThatAsksToBeLeftAloneIs() {
        sender.answers(new Unavailable(Concerned.PROVIDER, Duration.ofSeconds(37), "20429"));

        assertThat(worker.handle(event)).isEqualTo(Handling.again(Duration.ofSeconds(37)));
        worker.handle(gateway.encode(gateway.request(Channel.SMS)));

        assertThat(sender.given()).hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-19")
    void whatARecipientIsInTroubleForSoonIsInNobodysHands() {
        sender.answers(new Unavailable(Concerned.RECIPIENT, "450"));
        assertThat(worker.handle(event)).isEqualTo(Handling.again(Duration.ofSeconds(1)));

        assertThat(worker.carry(event, clock)).isEqualTo(Handling.DONE);
        assertThat(sender.given()).hasSizeLessThan(8);
        assertThat(progress()).isEqualTo(Progress.QUEUED);

        sender.answers(new Accepted("SM1"));
        clock.advance(Duration.ofSeconds(30));
        worker.followUp();
        assertThat(progress()).isEqualTo(Progress.SENT);
    }

    @Test
    @Tag("RELIABILITY-19")
    void aRecipientWhoAsksToWaitLongIsLaidAsideAtOnceAndNobodyElseWaits() {
        sender.answers(new Unavailable(Concerned.RECIPIENT, Duration.ofSeconds(37), "429"));
        assertThat(worker.handle(event)).isEqualTo(Handling.DONE);

        sender.answers(new Accepted("SM1"));
        assertThat(worker.handle(gateway.encode(gateway.request(Channel.SMS))))
                .isEqualTo(Handling.DONE);
        assertThat(sender.given()).hasSize(2);

        clock.advance(Duration.ofSeconds(36));
        worker.followUp();
        assertThat(progress()).isEqualTo(Progress.QUEUED);
        clock.advance(Duration.ofSeconds(1));
        worker.followUp();
        assertThat(progress()).isEqualTo(Progress.SENT);
        assertThat(lastReport().progress()).isEqualTo(Progress.SENT);
    }

    @Test
    @Tag("RELIABILITY-1")
    void aRecipientInTroubleUntilTheDeadlineIsToldSo() {
        sender.answers(new Unavailable(Concerned.RECIPIENT, "450"));
        worker.carry(event, clock);

        while (progress() == Progress.QUEUED && clock.instant().isBefore(request.deadline())) {
            clock.advance(Duration.ofSeconds(5));
            worker.followUp();
        }

        assertThat(lastReport().reason()).isEqualTo(FailureReason.PROVIDER_UNAVAILABLE);
        assertThat(clock.instant()).isBefore(request.deadline());
    }

    @Test
    void aDeliveryThatNobodyTookUntilItsDeadlineHasFailed() {
        sender.answers(
                _ -> {
                    assertThat(clock.instant()).isBefore(request.deadline().minusSeconds(10));
                    return new Unavailable(Concerned.PROVIDER, "21611");
                });

        assertThat(worker.carry(event, clock)).isEqualTo(Handling.DONE);

        assertThat(lastReport().reason()).isEqualTo(FailureReason.PROVIDER_UNAVAILABLE);
        assertThat(clock.instant()).isBefore(request.deadline());
    }

    @Test
    @Tag("RELIABILITY-6")
    void theNextProviderIsAskedWhenTheFirstCertainlyDidNotTakeIt() {
        sender.answers(new Unavailable(Concerned.PROVIDER, "connection refused"));

        assertThat(worker(clock, sender, second).handle(event)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).hasSize(1);
        assertThat(second.given()).hasSize(1);
        assertThat(lastReport().provider()).isEqualTo("second");
    }

    @Test
    @Tag("RELIABILITY-5")
    void noOtherProviderIsAskedWhenTheFirstMayHaveTakenIt() {
        sender.answers(new Uncertain("500"));

        assertThat(worker(clock, sender, second).carry(event, clock)).isEqualTo(Handling.DONE);

        assertThat(second.given()).isEmpty();
        assertThat(progress()).isEqualTo(Progress.UNKNOWN);
    }

    @Test
    void aSenderThatThrowsMayHaveSent() {
        sender.answers(
                _ -> {
                    throw new IllegalStateException("a bug");
                });

        assertThat(worker.carry(event, clock)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).hasSize(1);
        assertThat(progress()).isEqualTo(Progress.UNKNOWN);
    }

    @Test
    @Tag("RELIABILITY-9")
    void aDeliveryWhoseRecordIsGoneIsNotSent() {
        WireEvent lost = gateway.encode(gateway.unrecorded(Channel.SMS));

        assertThat(worker.handle(lost)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).isEmpty();
        assertThat(lastReport().progress()).isEqualTo(Progress.UNKNOWN);
    }

    @Test
    @Tag("RELIABILITY-9")
    @Tag("SECURITY-26")
    void whileTheStoreIsDownNothingIsSent() {
        FailingStore failing = new FailingStore(store);
        failing.goDown();
        TestWorker cutOff = worker(failing);

        assertThat(cutOff.handle(event)).isInstanceOf(Handling.Again.class);
        assertThat(sender.given()).isEmpty();

        failing.comeUp();
        assertThat(cutOff.handle(event)).isEqualTo(Handling.DONE);
    }

    @Test
    @Tag("RELIABILITY-9")
    void anOutcomeThatCouldNotBeStoredLeavesTheDeliveryUnknownAndIsNotSentAgain() {
        FailingStore failing = new FailingStore(store);
        TestWorker cutOff = worker(failing);
        sender.answers(
                _ -> {
                    failing.goDown();
                    return new Accepted("SM1");
                });

        assertThat(cutOff.handle(event)).isInstanceOf(Handling.Again.class);
        failing.comeUp();
        assertThat(cutOff.carry(event, clock)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).hasSize(1);
        assertThat(progress()).isEqualTo(Progress.UNKNOWN);
    }

    @Test
    @Tag("RELIABILITY-1")
    void aRequestThatTheGatewayGaveUpIsNotSent() {
        store.update(request.delivery(1), Claims.notPublished());

        assertThat(worker.handle(event)).isEqualTo(Handling.DONE);

        assertThat(sender.given()).isEmpty();
    }

    @Test
    void whatWasSentIsCountedOnceHoweverOftenItIsHeardOf() {
        sender.answers(
                message -> {
                    worker.receipts()
                            .receive(message.delivery(), new Receipt.OnItsWay(acceptance()));
                    return new Accepted("SM1");
                });

        worker.handle(event);
        worker.handle(event);

        assertThat(
                        worker.meters()
                                .get("countersign.deliveries")
                                .tags("channel", "sms", "progress", "sent", "reason", "none")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    private TestWorker worker(Clock own, FakeSender... senders) {
        return new TestWorker(store, broker, gateway.opener(Channel.SMS), own, senders);
    }

    private TestWorker worker(Deliveries other) {
        return new TestWorker(other, broker, gateway.opener(Channel.SMS), clock, sender);
    }

    private Progress progress() {
        Delivery delivery = store.find(List.of(request.delivery(1))).get(request.delivery(1));
        return Objects.requireNonNull(delivery).progress();
    }

    private DeliveryReported lastReport() {
        return broker.reports().getLast();
    }

    private Acceptance acceptance() {
        return new Acceptance("first", "SM1", clock.instant());
    }
}
