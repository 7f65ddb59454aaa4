package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Verdict;
import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.events.Channel;
import io.countersign.events.FailureReason;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.banner.Words;
import java.time.Duration;
import java.util.Objects;

/**
 * What is said about a delivery, or about a challenge that has ended.
 *
 * @param key names the message
 * @param tone how it is meant
 */
record Sentence(String key, Tone tone) {

    /** Longer than it normally takes. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    /** So long that the person who should answer is probably not there. */
    private static final Duration SILENT = Duration.ofSeconds(15);

    /** If an operator's receipt for an SMS comes at all, it mostly comes within this time. */
    private static final Duration UNCONFIRMED = Duration.ofSeconds(25);

    /**
     * What is known of a delivery.
     *
     * @param waited since it was asked for
     */
    static Sentence about(DeliveryStatus delivery, Duration waited) {
        return sentence(delivery, waited).over(delivery.channel());
    }

    static Sentence about(Verdict ended) {
        return new Sentence(
                "challenge.verdict." + Words.of(ended),
                ended == Verdict.APPROVED ? Tone.GOOD : Tone.WARN);
    }

    private static Sentence sentence(DeliveryStatus delivery, Duration waited) {
        return switch (delivery.progress()) {
            case QUEUED ->
                    delivery.noWorker()
                            ? new Sentence("queued.no-worker", Tone.WARN)
                            : queued(waited);
            case CLAIMED ->
                    waited.compareTo(SLOW) < 0
                            ? new Sentence("claimed", Tone.WORKING)
                            : new Sentence("claimed.slow", Tone.WARN);
            case SENT ->
                    waited.compareTo(UNCONFIRMED) < 0
                            ? new Sentence("sent", Tone.INFO)
                            : new Sentence("sent.unconfirmed", Tone.INFO);
            case RINGING -> new Sentence("ringing", Tone.WORKING);
            case DELIVERED -> new Sentence("delivered", Tone.GOOD);
            case FAILED -> failed(Objects.requireNonNull(delivery.reason()));
            case UNKNOWN -> new Sentence("unknown", Tone.WARN);
            case TOO_LATE -> new Sentence("too-late", Tone.BAD);
        };
    }

    /** Each channel has words of its own for the same progress. */
    private Sentence over(Channel channel) {
        String words =
                switch (channel) {
                    case SMS -> "sms.";
                    case VOICE -> "call.";
                    case TELEGRAM -> "telegram.";
                    case EMAIL -> throw new IllegalArgumentException("no factor is an e-mail");
                };
        return new Sentence(words + key, tone);
    }

    private static Sentence queued(Duration waited) {
        if (waited.compareTo(SLOW) < 0) {
            return new Sentence("queued", Tone.WORKING);
        }
        return new Sentence(
                waited.compareTo(SILENT) < 0 ? "queued.slow" : "queued.silent", Tone.WARN);
    }

    private static Sentence failed(FailureReason reason) {
        return new Sentence("failed." + Words.of(reason), Tone.BAD);
    }
}
