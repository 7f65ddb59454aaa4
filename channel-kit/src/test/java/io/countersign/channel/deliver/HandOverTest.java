package io.countersign.channel.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.Handling;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.kit.WorkersInMemory;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.delivery.Delivery;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.WireEvent;
import io.countersign.events.id.DeliveryId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HandOverTest extends WorkersInMemory {

    private final FakeSender voice = new FakeSender();
    private final FakeSender sms = new FakeSender();
    private final TestWorker voiceWorker = worker(Channel.VOICE, voice);
    private final TestWorker smsWorker = worker(Channel.SMS, sms);
    private final DeliveryRequested request = gateway.request(Channel.VOICE, Channel.SMS);
    private final WireEvent event = gateway.encode(request);
    private final DeliveryId second = new DeliveryId(request.subject(), 1, 1, 1);

    @Test
    void aFailedStepHandsTheNextOneOver() {
        voice.answers(new Refused(FailureReason.DESTINATION_INVALID, "21217"));

        assertThat(voiceWorker.handle(event)).isEqualTo(Handling.DONE);
        assertThat(broker.requests(Channel.SMS)).hasSize(1);
        assertThat(smsWorker.handle(broker.requests(Channel.SMS).getFirst()))
                .isEqualTo(Handling.DONE);

        assertThat(sms.given())
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.delivery()).isEqualTo(second);
                            assertThat(message.destination()).isEqualTo(TestGateway.PHONE);
                        });
        assertThat(broker.reports())
                .extracting(DeliveryReported::progress)
                .containsExactly(Progress.FAILED, Progress.SENT);
    }

    @Test
    void aStepThatWasSentOrMayHaveArrivedHandsNothingOver() {
        voiceWorker.handle(event);
        voice.answers(new Uncertain("500"));
        voiceWorker.carry(gateway.encode(gateway.request(Channel.VOICE, Channel.SMS)), clock);

        assertThat(broker.requests(Channel.SMS)).isEmpty();
    }

    @Test
    void aHandOverThatWasCutOffIsDoneAgainAndStillSendsOnce() {
        voice.answers(new Refused(FailureReason.DESTINATION_INVALID, "21217"));
        broker.goDown();
        assertThat(voiceWorker.handle(event)).isInstanceOf(Handling.Again.class);
        broker.comeUp();

        assertThat(voiceWorker.handle(event)).isEqualTo(Handling.DONE);
        assertThat(voiceWorker.handle(event)).isEqualTo(Handling.DONE);
        assertThat(broker.requests(Channel.SMS)).hasSize(2);
        broker.requests(Channel.SMS).forEach(smsWorker::handle);

        assertThat(voice.given()).hasSize(1);
        assertThat(sms.given()).hasSize(1);
    }

    @Test
    void aHandOverDoesNotBringBackWhatTheNextWorkerHasDone() {
        voice.answers(new Refused(FailureReason.DESTINATION_INVALID, "21217"));
        voiceWorker.handle(event);
        smsWorker.handle(broker.requests(Channel.SMS).getFirst());

        voiceWorker.handle(event);

        assertThat(store.find(List.of(second)).values())
                .extracting(Delivery::progress)
                .containsExactly(Progress.SENT);
    }

    @Test
    @Tag("SECURITY-30")
    void nobodyElseCanStartALaterStep() {
        voice.answers(new Refused(FailureReason.DESTINATION_INVALID, "21217"));
        voiceWorker.handle(event);

        assertThat(smsWorker.handle(gateway.encode(request.handOver(null))))
                .isInstanceOf(Handling.Dead.class);

        assertThat(sms.given()).isEmpty();
    }
}
