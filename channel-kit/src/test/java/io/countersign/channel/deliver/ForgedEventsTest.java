package io.countersign.channel.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.Handling;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestKeys;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.kit.WorkersInMemory;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Progress;
import io.countersign.events.Purpose;
import io.countersign.events.RouteStep;
import io.countersign.events.WireEvent;
import io.countersign.events.content.Message;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.Subject;
import io.countersign.events.seal.StepSealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedEventsTest extends WorkersInMemory {

    private final FakeSender sender = new FakeSender();
    private final DeliveryRequested genuine = gateway.request(Channel.SMS);

    @Test
    @Tag("SECURITY-30")
    void whateverIsAlteredInARequestNothingIsSentAndTheGenuineOneGoesOn() {
        DeliveryRequested other = gateway.request(Channel.SMS);
        List<DeliveryRequested> forged =
                List.of(
                        with(genuine, other.subject(), genuine.deadline(), 1, genuine.route()),
                        with(genuine, genuine.subject(), later(), 1, genuine.route()),
                        with(genuine, genuine.subject(), genuine.deadline(), 2, genuine.route()),
                        with(genuine, genuine.subject(), genuine.deadline(), 1, twice()),
                        with(genuine, genuine.subject(), genuine.deadline(), 1, ownSeal()));

        assertThat(forged)
                .allSatisfy(
                        one ->
                                assertThat(worker().handle(gateway.encode(one)))
                                        .isInstanceOf(Handling.Dead.class));

        assertThat(sender.given()).isEmpty();
        assertThat(broker.events()).isEmpty();
        assertThat(progress()).isEqualTo(Progress.QUEUED);
    }

    @Test
    @Tag("SECURITY-30")
    void aDeadlinePutOffInTheStoreCountsForNothing() {
        Head postponed = new Head(genuine.delivery(1), Channel.SMS, later());
        store.update(
                genuine.delivery(1), (_, _) -> new DeliveryChange<>(new Queued(postponed), true));
        clock.advance(TestGateway.LIFETIME);

        worker().handle(gateway.encode(genuine));

        assertThat(sender.given()).isEmpty();
        assertThat(broker.reports().getLast().progress()).isEqualTo(Progress.TOO_LATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "null", "\"text\"", "{\"subject\": 7}"})
    @Tag("RELIABILITY-12")
    void dataThatIsNoRequestIsADeadLetterWithItsCause(String data) {
        WireEvent poison =
                new WireEvent(
                        gateway.encode(genuine).attributes(),
                        data.getBytes(StandardCharsets.UTF_8));

        assertDead(poison);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=io.countersign.delivery.requested.v2",
                "type=com.example.other",
                "specversion=9.9"
            })
    @Tag("RELIABILITY-12")
    void aTypeOrVersionThatNobodyKnowsIsADeadLetterWithItsCause(String change) {
        Map<String, String> attributes = new HashMap<>(gateway.encode(genuine).attributes());
        attributes.put(change.split("=", 2)[0], change.split("=", 2)[1]);

        assertDead(new WireEvent(attributes, gateway.encode(genuine).data()));
    }

    @Test
    @Tag("RELIABILITY-12")
    void aStepSealedWithARetiredKeyIsADeadLetterWithItsCause() {
        gateway.keys(Channel.SMS).replace();

        assertDead(gateway.encode(genuine));
    }

    @Test
    @Tag("RELIABILITY-16")
    void aStepSealedBeforeARotationIsSentAfterIt() {
        gateway.keys(Channel.SMS).rotate();

        assertThat(worker().handle(gateway.encode(genuine))).isEqualTo(Handling.DONE);
        assertThat(worker().handle(gateway.encode(gateway.request(Channel.SMS))))
                .isEqualTo(Handling.DONE);

        assertThat(sender.given()).hasSize(2);
    }

    private void assertDead(WireEvent poison) {
        assertThat(worker().handle(poison))
                .isInstanceOfSatisfying(
                        Handling.Dead.class, dead -> assertThat(dead.cause()).isNotBlank());
        assertThat(sender.given()).isEmpty();
    }

    private List<RouteStep> twice() {
        return List.of(genuine.currentStep(), genuine.currentStep());
    }

    private List<RouteStep> ownSeal() {
        StepSealer own = new StepSealer(Map.of(Channel.SMS, new TestKeys().sealing()));
        StepContent content =
                StepContent.single(
                        TestGateway.PHONE,
                        new Message.Code(TestGateway.CODE),
                        "en",
                        Duration.ofSeconds(30));
        return List.of(own.seal(content, genuine.binding()));
    }

    private Instant later() {
        return genuine.deadline().plusSeconds(3600);
    }

    private static DeliveryRequested with(
            DeliveryRequested request,
            Subject subject,
            Instant deadline,
            int round,
            List<RouteStep> route) {
        return new DeliveryRequested(
                subject,
                Purpose.SIGN_IN,
                request.requestedAt(),
                deadline,
                round,
                0,
                route,
                null,
                null);
    }

    private TestWorker worker() {
        return worker(Channel.SMS, sender);
    }

    private Progress progress() {
        return store.find(List.of(genuine.delivery(1))).values().stream()
                .map(Delivery::progress)
                .findAny()
                .orElseThrow();
    }
}
