package io.countersign.telegram.prompt;

import static io.countersign.channel.send.Concerned.PROVIDER;
import static io.countersign.channel.send.Concerned.RECIPIENT;

import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.events.FailureReason;
import io.countersign.telegram.bot.BotAnswer;
import io.countersign.telegram.bot.BotAnswer.Rejected;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What Telegram's refusals mean for a delivery.
 *
 * <p>Telegram tells reasons apart by an HTTP status and a sentence in English. What is not listed:
 * a 400 is about this message and chat, any other 4xx about the bot, and neither was taken;
 * anything else may have been.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class SendOutcomes {

    /** Asking again with a token that Telegram refuses gains nothing. */
    private static final Duration REST_WITHOUT_TOKEN = Duration.ofSeconds(30);

    private static final Map<String, FailureReason> REFUSALS =
            Map.of(
                    "blocked by the user", FailureReason.BLOCKED_BY_RECIPIENT,
                    "user is deactivated", FailureReason.DESTINATION_INVALID,
                    "chat not found", FailureReason.DESTINATION_INVALID,
                    "peer_id_invalid", FailureReason.DESTINATION_INVALID,
                    "can't initiate conversation", FailureReason.BLOCKED_BY_RECIPIENT,
                    "can't send messages to bots", FailureReason.DESTINATION_INVALID);

    private SendOutcomes() {}

    /**
     * What anything but success means.
     *
     * @param flooded asked for a 429 only
     */
    static DeliveryOutcome of(BotAnswer<?> answer, Supplier<Concerned> flooded) {
        return switch (answer) {
            case Rejected<?> rejected -> rejected(rejected, flooded);
            case BotAnswer.NotAsked<?>(String detail) -> new Unavailable(PROVIDER, detail);
            case BotAnswer.NotAnswered<?>(String detail) -> new Uncertain(detail);
            case BotAnswer.Done<?> _ -> new Uncertain("an answer without a message");
        };
    }

    private static DeliveryOutcome rejected(Rejected<?> rejected, Supplier<Concerned> flooded) {
        String detail = "status=" + rejected.code();
        return switch (rejected.code()) {
            case 400 ->
                    reason(rejected)
                            .<DeliveryOutcome>map(reason -> new Refused(reason, detail))
                            .orElseGet(() -> new Unavailable(RECIPIENT, detail));
            case 403 ->
                    new Refused(
                            reason(rejected).orElse(FailureReason.BLOCKED_BY_RECIPIENT), detail);
            // Telegram answers 404 if even the form of the token is wrong.
            case 401, 404 ->
                    new Unavailable(PROVIDER, REST_WITHOUT_TOKEN, detail + " wrong bot token");
            case 429 -> new Unavailable(flooded.get(), rejected.retryAfter(), detail);
            default ->
                    rejected.code() > 400 && rejected.code() < 500
                            ? new Unavailable(PROVIDER, rejected.retryAfter(), detail)
                            : new Uncertain(detail);
        };
    }

    private static Optional<FailureReason> reason(Rejected<?> rejected) {
        return REFUSALS.entrySet().stream()
                .filter(refusal -> rejected.says(refusal.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
