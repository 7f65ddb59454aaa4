package io.countersign.sms.twilio;

import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.twilio.StatusCallbacks;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receives from Twilio what became of an SMS: {@code POST /twilio/status/{delivery}}, form-encoded,
 * with the header {@code X-Twilio-Signature}. Answers as {@link StatusCallbacks} says.
 */
@WhereTwilioSends
@RestController
class TwilioStatusController {

    static final String PATH = "/twilio/status/";

    private final StatusCallbacks callbacks;
    private final Clock clock;

    TwilioStatusController(TwilioSmsSettings settings, ReceiptInbox inbox, Clock clock) {
        this.callbacks = new StatusCallbacks(settings.account(), PATH, inbox);
        this.clock = clock;
    }

    @PostMapping(path = PATH + "{delivery}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> status(
            @PathVariable String delivery,
            @RequestHeader(name = StatusCallbacks.SIGNATURE, defaultValue = "") String signature,
            @RequestParam Map<String, String> parameters) {
        return callbacks.take(
                delivery,
                parameters,
                signature,
                (_, said) -> TwilioReceipts.read(said, clock.instant()));
    }
}
