package io.countersign.sms.twilio;

import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Receipt;
import io.countersign.twilio.TwilioErrors;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Twilio's status callbacks.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Track
 *     outbound message status</a>
 */
final class TwilioReceipts {

    private TwilioReceipts() {}

    /** Empty for a status that says nothing about an outgoing message. */
    static Optional<Receipt> read(Map<String, String> parameters, Instant heard) {
        Acceptance acceptance =
                new Acceptance(
                        TwilioSmsConfiguration.PROVIDER,
                        parameters.getOrDefault("MessageSid", ""),
                        heard);
        return switch (parameters.getOrDefault("MessageStatus", "")) {
            case "accepted", "queued", "sending", "sent" ->
                    Optional.of(new Receipt.OnItsWay(acceptance));
            case "delivered", "read" -> Optional.of(new Receipt.Arrived(acceptance));
            case "undelivered", "failed", "canceled" ->
                    Optional.of(
                            new Receipt.Lost(
                                    acceptance,
                                    MessageErrors.TABLE.lost(TwilioErrors.code(parameters))));
            default -> Optional.empty();
        };
    }
}
