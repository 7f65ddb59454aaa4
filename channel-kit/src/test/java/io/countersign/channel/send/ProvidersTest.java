package io.countersign.channel.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.Subject;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private final MovableClock clock = new MovableClock();
    private final FakeSender one = new FakeSender();
    private final FakeSender two = new FakeSender();
    private final Provider first = new Provider("first", one);
    private final Providers providers = new Providers(List.of(first, new Provider("second", two)));

    @Test
    void theFirstIsPreferred() {
        assertThat(send().provider()).isEqualTo("first");
        assertThat(two.given()).isEmpty();
    }

    @Test
    void aRefusalEndsTheSearch() {
        one.answers(new Refused(FailureReason.BLOCKED_BY_RECIPIENT, "21610"));

        assertThat(send().provider()).isEqualTo("first");
        assertThat(two.given()).isEmpty();
    }

    @Test
    @Tag("RELIABILITY-6")
    void aStormOfFailuresOpensTheBreakerAndTheNextProviderTakesOver() {
        one.answers(new Uncertain("500"));
        for (int i = 0; i < 10; i++) {
            sendTo("+1201555%04d".formatted(i));
        }

        assertThat(send()).isEqualTo(new ProviderAnswer("second", accepted()));
        assertThat(one.given()).hasSize(10);
        assertThat(first.healthy()).isFalse();
        assertThat(first.trouble()).isEqualTo("500");
    }

    @Test
    void refusalsDoNotOpenTheBreaker() {
        one.answers(new Refused(FailureReason.DESTINATION_INVALID, "21614"));
        for (int i = 0; i < 50; i++) {
            send();
        }

        assertThat(first.healthy()).isTrue();
    }

    @Test
    void whenAllAreLeftAloneNobodyIsAskedAndNobodyTookIt() {
        one.answers(new Unavailable(Concerned.PROVIDER, Duration.ofMinutes(1), "20429"));
        two.answers(new Unavailable(Concerned.PROVIDER, Duration.ofMinutes(1), "20429"));
        send();

        assertThat(send().outcome()).isInstanceOf(Unavailable.class);
        assertThat(one.given()).hasSize(1);
        assertThat(two.given()).hasSize(1);
    }

    @Test
    void theNextProviderHasTheRestOfTheTimeOnly() {
        one.answers(
                _ -> {
                    clock.advance(Duration.ofSeconds(4));
                    return new Unavailable(Concerned.PROVIDER, "no connection");
                });

        send();

        assertThat(two.given())
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.timeout()).isEqualTo(Duration.ofSeconds(6));
                            assertThat(message.validity()).isEqualTo(Duration.ofSeconds(296));
                        });
    }

    @Test
    void whoHasNoTimeLeftIsNotAsked() {
        one.answers(
                _ -> {
                    clock.advance(Duration.ofSeconds(10));
                    return new Unavailable(Concerned.PROVIDER, "no connection");
                });

        assertThat(send().outcome()).isInstanceOf(Unavailable.class);
        assertThat(two.given()).isEmpty();
    }

    @Test
    @Tag("RELIABILITY-19")
    void oneRecipientWhoFailsWithoutEndOpensNothing() {
        one.answers(new Uncertain("500"));
        for (int i = 0; i < 50; i++) {
            send();
        }

        assertThat(first.healthy()).isTrue();
    }

    @Test
    @Tag("RELIABILITY-19")
    void whatConcernsARecipientOrThisWorkerOpensNothing() {
        for (Concerned whom : List.of(Concerned.RECIPIENT, Concerned.WORKER)) {
            one.answers(new Unavailable(whom, Duration.ofMinutes(1), "later"));
            for (int i = 0; i < 50; i++) {
                sendTo("+1201555%04d".formatted(i));
            }

            assertThat(first.healthy()).isTrue();
        }
    }

    @Test
    @Tag("RELIABILITY-19")
    void whetherTheProviderIsWellIsTriedWithOthersThanWhoHadItLeftAlone() {
        String ill = "+12015550666";
        one.answers(
                message ->
                        message.destination().value().equals(ill)
                                ? new Unavailable(Concerned.PROVIDER, Duration.ofMillis(1), "421")
                                : accepted());
        sendTo(ill);
        assertThat(first.healthy()).isFalse();

        Awaitility.await()
                .untilAsserted(
                        () -> {
                            sendTo(ill);
                            assertThat(one.given()).hasSizeGreaterThan(1);
                        });
        for (int i = 0; i < 20; i++) {
            sendTo(ill);
            assertThat(sendTo("+12015550123").provider()).isEqualTo("first");
        }
        assertThat(first.healthy()).isTrue();
    }

    private ProviderAnswer send() {
        return sendTo("+12015550123");
    }

    private ProviderAnswer sendTo(String number) {
        return providers.send(
                new OutgoingMessage(
                        new DeliveryId(Subject.parse("challenge:0123456789abcdefghijkl"), 1, 0, 1),
                        new Destination(number),
                        new Message.Code(new OneTimeCode("042137")),
                        Locale.ENGLISH,
                        SendWindow.since(
                                clock::nanos,
                                clock.nanos(),
                                Duration.ofSeconds(300),
                                Duration.ofSeconds(10))));
    }

    private static Accepted accepted() {
        return new Accepted("ref-challenge:0123456789abcdefghijkl.1.0.1");
    }
}
