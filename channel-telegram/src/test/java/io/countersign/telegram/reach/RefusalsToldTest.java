package io.countersign.telegram.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.FailureReason;
import io.countersign.events.Statement.Reach;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.telegram.Bench;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("SECURITY-30")
class RefusalsToldTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:34:56.789Z");

    private final Bench bench = new Bench();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Reachability reachability =
            new Reachability(bench.statementPublisher(), Bench.RANDOM, clock);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED_BY_RECIPIENT", "DESTINATION_INVALID"})
    void the_gateway_is_told_under_seal_whom_telegram_refuses(FailureReason reason) {
        Refused refused = new Refused(reason, "status=403");

        assertThat(send(refused, "77")).isEqualTo(refused);

        assertThat(bench.reaches())
                .containsExactly(new Reach(77, false, Instant.parse("2026-11-22T12:34:56Z")));
    }

    @Test
    void nothing_else_makes_anybody_unreachable() {
        send(new Accepted("5"), "77");
        send(new Uncertain("no answer in time"), "77");
        send(new Refused(FailureReason.REGION_NOT_SERVED, ""), "77");
        send(new Refused(FailureReason.DESTINATION_INVALID, "not a private chat"), "@channel");

        assertThat(bench.reaches()).isEmpty();
    }

    @Test
    void a_refusal_stands_also_where_the_gateway_cannot_be_told() {
        bench.broker().goDown();
        Refused refused = new Refused(FailureReason.BLOCKED_BY_RECIPIENT, "status=403");

        assertThat(send(refused, "77")).isEqualTo(refused);
    }

    @Test
    void whoever_wrote_before_being_lost_is_told_of_when_they_write_again() {
        reachability.wrote(77, NOW);
        send(new Refused(FailureReason.BLOCKED_BY_RECIPIENT, "status=403"), "77");

        reachability.wrote(77, NOW);

        assertThat(bench.reaches()).extracting(Reach::reachable).containsExactly(true, false, true);
    }

    private DeliveryOutcome send(DeliveryOutcome outcome, String chat) {
        return new RefusalsTold(_ -> outcome, reachability, clock)
                .send(
                        new OutgoingMessage(
                                bench.delivery(),
                                new Destination(chat),
                                new Message.Confirmation(List.of(42, 17, 99), Map.of()),
                                Locale.ENGLISH,
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(5)));
    }
}
