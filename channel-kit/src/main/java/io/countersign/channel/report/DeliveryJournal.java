package io.countersign.channel.report;

import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.channel.send.ProviderAnswer;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.FailureReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and measures deliveries by id, outcome and duration; never by content or recipient. */
public final class DeliveryJournal {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);

    private final MeterRegistry meters;
    private final Clock clock;

    public DeliveryJournal(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Measures one send and writes its log line. */
    public ProviderAnswer timed(
            DeliveryRequested request, OutgoingMessage message, Supplier<ProviderAnswer> send) {
        Instant start = clock.instant();
        ProviderAnswer answer = send.get();
        Instant end = clock.instant();
        Duration took = Duration.between(start, end);
        String channel = request.currentStep().channel().wireName();
        String provider = answer.provider();
        String outcome = word(answer.outcome());
        meters.timer(
                        "countersign.provider.sends",
                        Tags.of("channel", channel, "provider", provider, "outcome", outcome))
                .record(took);
        if (answer.outcome() instanceof DeliveryOutcome.Accepted) {
            meters.timer("countersign.delivery.time.to.accepted", "channel", channel)
                    .record(Duration.between(request.requestedAt(), end));
        }
        LOG.info(
                "delivery={} channel={} outcome={} provider={} {} ms={}",
                message.delivery(),
                channel,
                outcome,
                provider,
                particulars(answer.outcome()),
                took.toMillis());
        return answer;
    }

    /** Counts a delivery that was sent or has ended; does nothing otherwise. */
    public void reached(Advance advance) {
        if (advance.happened()) {
            count(advance.after());
        }
    }

    private void count(Delivery delivery) {
        String progress = delivery.progress().name().toLowerCase(Locale.ROOT);
        String channel = delivery.head().channel().wireName();
        String reason =
                delivery instanceof Failed(_, FailureReason why)
                        ? why.name().toLowerCase(Locale.ROOT)
                        : "none";
        meters.counter(
                        "countersign.deliveries",
                        Tags.of("channel", channel, "progress", progress, "reason", reason))
                .increment();
        if (delivery.progress().terminal()) {
            LOG.info(
                    "delivery={} channel={} ended={} reason={}",
                    delivery.head().id(),
                    channel,
                    progress,
                    reason);
        }
    }

    private static String word(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Accepted _ -> "accepted";
            case DeliveryOutcome.Refused _ -> "refused";
            case DeliveryOutcome.Unavailable _ -> "unavailable";
            case DeliveryOutcome.Uncertain _ -> "uncertain";
            case DeliveryOutcome.Late _ -> "late";
        };
    }

    private static String particulars(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Accepted(String reference) -> "reference=" + reference;
            case DeliveryOutcome.Refused(var reason, String detail) ->
                    "reason=" + reason + " detail=" + detail;
            case DeliveryOutcome.Unavailable(_, _, String detail) -> "detail=" + detail;
            case DeliveryOutcome.Uncertain(String detail) -> "detail=" + detail;
            case DeliveryOutcome.Late _ -> "detail=not-sent";
        };
    }
}
