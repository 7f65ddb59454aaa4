package io.countersign.voice.twilio;

import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Receipt;
import io.countersign.events.id.DeliveryId;
import io.countersign.twilio.StatusCallbacks;
import io.countersign.twilio.TwilioErrors;
import io.countersign.voice.call.CallBook;
import io.countersign.voice.call.CallStatus;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Twilio's call progress events.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#statuscallback">Status
 *     callback</a>
 */
final class CallReceipts implements StatusCallbacks.Reader {

    private final CallBook book;
    private final Clock clock;

    CallReceipts(CallBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Optional<Receipt> read(DeliveryId delivery, Map<String, String> parameters) {
        Acceptance acceptance =
                new Acceptance(
                        TwilioVoiceConfiguration.PROVIDER,
                        parameters.getOrDefault("CallSid", ""),
                        clock.instant());
        return CallStatus.of(parameters.getOrDefault("CallStatus", ""))
                .flatMap(status -> book.hear(delivery, status))
                .map(
                        call ->
                                call.receipt(
                                        acceptance,
                                        CallErrors.TABLE.lost(TwilioErrors.code(parameters))));
    }
}
