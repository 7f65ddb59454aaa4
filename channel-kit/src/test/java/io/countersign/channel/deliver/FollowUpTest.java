package io.countersign.channel.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.Handling;
import io.countersign.challenge.Approved;
import io.countersign.challenge.Method;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.kit.WorkersInMemory;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Receipt;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FollowUpTest extends WorkersInMemory {

    private final FakeSender voice = new FakeSender();
    private final FakeSender sms = new FakeSender();
    private final TestWorker voiceWorker = worker(Channel.VOICE, voice);
    private final TestWorker smsWorker = worker(Channel.SMS, sms);

    /** Two calls, then an SMS. */
    private final DeliveryRequested request = gateway.requestTrying(2, Channel.VOICE, Channel.SMS);

    private final DeliveryId firstCall = request.delivery(1);
    private final DeliveryId secondCall = request.delivery(2);
    private final Acceptance acceptance = new Acceptance("first", "CA1", clock.instant());

    @Test
    void a_call_that_did_not_arrive_is_made_again_and_then_an_sms_is_sent() {
        call();
        lost(firstCall, FailureReason.LINE_BUSY);
        voiceWorker.followUp();
        lost(secondCall, FailureReason.NOT_DELIVERED);
        voiceWorker.followUp();
        deliverSms();

        assertThat(voice.given())
                .extracting(OutgoingMessage::delivery)
                .containsExactly(firstCall, secondCall);
        assertThat(sms.given()).hasSize(1);
    }

    @Test
    void a_call_that_arrived_is_not_followed_by_anything() {
        call();
        voiceWorker.receipts().receive(firstCall, new Receipt.Arrived(acceptance));
        clock.advance(Duration.ofMinutes(2));
        voiceWorker.followUp();

        assertThat(voice.given()).hasSize(1);
        assertThat(broker.requests(Channel.SMS)).isEmpty();
    }

    @Test
    void a_phone_that_rang_is_not_called_again_when_the_rest_was_never_told() {
        call();
        voiceWorker.receipts().receive(firstCall, new Receipt.Rings(acceptance));
        clock.advance(Duration.ofMinutes(2));
        voiceWorker.followUp();

        assertThat(voice.given()).hasSize(1);
        assertThat(broker.requests(Channel.SMS)).isEmpty();
    }

    @Test
    void whoever_has_answered_meanwhile_is_left_in_peace() {
        call();
        open(request);
        settle(request, (terms, now) -> new Approved(terms, Method.TOTP, now));
        lost(firstCall, FailureReason.NOT_DELIVERED);
        voiceWorker.followUp();

        assertThat(voice.given()).hasSize(1);
    }

    @Test
    void a_call_of_which_nothing_is_heard_has_the_steps_patience() {
        call();
        voiceWorker.followUp();
        assertThat(voice.given()).hasSize(1);

        clock.advance(TestGateway.PATIENCE);
        voiceWorker.followUp();

        assertThat(voice.given()).hasSize(2);
    }

    @Test
    void what_may_have_been_taken_is_not_sent_again_on_its_own_channel() {
        voice.answers(new Uncertain("500"));
        voiceWorker.carry(gateway.encode(request), clock);
        clock.advance(TestGateway.PATIENCE);
        voiceWorker.followUp();
        deliverSms();

        assertThat(voice.given()).hasSize(1);
        assertThat(sms.given()).hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-8")
    void a_receipt_that_comes_before_the_send_is_recorded_is_followed_all_the_same() {
        voice.answers(
                message -> {
                    if (message.delivery().equals(firstCall)) {
                        lost(firstCall, FailureReason.LINE_BUSY);
                    }
                    return new Accepted("CA1");
                });
        call();
        voiceWorker.followUp();

        assertThat(voice.given()).hasSize(2);
    }

    @Test
    @Tag("RELIABILITY-4")
    void a_worker_that_dies_between_report_and_hand_over_loses_and_doubles_nothing() {
        call();
        lost(firstCall, FailureReason.NOT_DELIVERED);
        voiceWorker.followUp();
        lost(secondCall, FailureReason.NOT_DELIVERED);
        broker.goDown();
        voiceWorker.followUp();
        assertThat(broker.requests(Channel.SMS)).isEmpty();

        broker.comeUp();
        clock.advance(Duration.ofSeconds(5));
        voiceWorker.followUp();
        voiceWorker.handle(gateway.encode(request));
        voiceWorker.followUp();
        deliverSms();

        assertThat(voice.given()).hasSize(2);
        assertThat(sms.given()).hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-17")
    void a_late_call_that_is_picked_up_after_all_leaves_one_sms_and_both_outcomes() {
        call();
        lost(firstCall, FailureReason.NOT_DELIVERED);
        voiceWorker.followUp();
        lost(secondCall, FailureReason.NOT_DELIVERED);
        voiceWorker.followUp();
        voiceWorker.receipts().receive(secondCall, new Receipt.Arrived(acceptance));
        voiceWorker.followUp();
        deliverSms();

        assertThat(sms.given()).hasSize(1);
        assertThat(store.find(List.of(secondCall, new DeliveryId(request.subject(), 1, 1, 1))))
                .extractingByKeys(secondCall, new DeliveryId(request.subject(), 1, 1, 1))
                .extracting(delivery -> delivery.progress())
                .containsExactly(Progress.DELIVERED, Progress.SENT);
    }

    @Test
    @Tag("SECURITY-30")
    void a_forged_task_makes_nobody_call() {
        voiceWorker.followUps().schedule(secondCall, new byte[] {1, 2, 3}, Duration.ZERO);
        voiceWorker.followUp();

        assertThat(voice.given()).isEmpty();
        assertThat(voiceWorker.followUps().takeDue(10, Duration.ZERO)).isEmpty();
    }

    @Test
    @Tag("SECURITY-30")
    void a_task_of_one_try_does_not_serve_for_another() {
        call();
        lost(firstCall, FailureReason.NOT_DELIVERED);
        byte[] sealedTask =
                voiceWorker.followUps().takeDue(1, Duration.ZERO).getFirst().sealedTask();
        voiceWorker.followUps().done(firstCall);
        voiceWorker.followUps().schedule(request.delivery(9), sealedTask, Duration.ZERO);
        voiceWorker.followUp();

        assertThat(voice.given()).hasSize(1);
    }

    private void call() {
        assertThat(voiceWorker.handle(gateway.encode(request))).isEqualTo(Handling.DONE);
    }

    private void lost(DeliveryId call, FailureReason reason) {
        voiceWorker.receipts().receive(call, new Receipt.Lost(acceptance, reason));
    }

    private void deliverSms() {
        broker.requests(Channel.SMS).forEach(smsWorker::handle);
    }
}
