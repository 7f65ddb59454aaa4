package io.countersign.channel.report;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.countersign.broker.Handling;
import io.countersign.channel.kit.FakeSender;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestWorker;
import io.countersign.channel.kit.WorkersInMemory;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.countersign.events.WireEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@Tag("SECURITY-23")
class CanaryTest extends WorkersInMemory {

    private static final Logger LOGGER =
            (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Level before = LOGGER.getLevel();
    private final FakeSender sender = new FakeSender();

    @BeforeEach
    void listen() {
        logged.start();
        LOGGER.addAppender(logged);
        LOGGER.setLevel(Level.TRACE);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.setLevel(before);
        LOGGER.detachAppender(logged);
    }

    @Test
    void whateverBecomesOfADeliveryNeitherCodeNorDestinationIsLoggedOrPublished() {
        List<Function<OutgoingMessage, DeliveryOutcome>> answers =
                List.of(
                        _ -> new Accepted("SM1"),
                        _ -> new Refused(FailureReason.DESTINATION_INVALID, "21211"),
                        _ -> new Unavailable(Concerned.PROVIDER, "21611"),
                        _ -> new Uncertain("500"),
                        message -> {
                            throw new IllegalStateException("a bug quotes " + secrets(message));
                        });
        for (var answer : answers) {
            sender.answers(answer);
            WireEvent event = gateway.encode(gateway.request(Channel.VOICE, Channel.SMS));
            assertThat(worker().carry(event, clock)).isEqualTo(Handling.DONE);
        }

        assertThat(logged.list).hasSizeGreaterThan(answers.size());
        logged.list.forEach(line -> assertHoldsNothing(line.getFormattedMessage()));
        broker.events()
                .forEach(
                        event ->
                                assertHoldsNothing(
                                        event.attributes()
                                                + new String(
                                                        event.data(), StandardCharsets.UTF_8)));
    }

    @Test
    void whatCarriesSecretsDoesNotPrintThem() {
        DeliveryRequested request = gateway.request(Channel.VOICE);

        worker().handle(gateway.encode(request));

        assertHoldsNothing(sender.given().getFirst().toString());
        assertHoldsNothing(gateway.opener(Channel.VOICE).open(request).toString());
    }

    private TestWorker worker() {
        return worker(Channel.VOICE, sender);
    }

    private static String secrets(OutgoingMessage message) {
        return message.destination().value() + TestGateway.CODE.digits();
    }

    private static void assertHoldsNothing(String text) {
        assertThat(text)
                .doesNotContain(TestGateway.CODE.digits())
                .doesNotContain(TestGateway.PHONE.value().substring(1));
    }
}
