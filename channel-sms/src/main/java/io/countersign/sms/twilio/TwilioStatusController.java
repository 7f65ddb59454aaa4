package io.countersign.sms.twilio;

import com.twilio.security.RequestValidator;
import io.countersign.challenge.StoreUnavailable;
import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.channel.receipt.ReceiptOutcome;
import io.countersign.delivery.Receipt;
import io.countersign.events.DeliveryId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hears from Twilio what became of a delivery.
 *
 * <p>{@code POST /twilio/status/{delivery}}, form-encoded, with the header {@code
 * X-Twilio-Signature}. Answers 204 when there is nothing more to do, 403 for a request that Twilio
 * did not sign, 404 for a delivery id of another form, and 503 when the store or the broker does
 * not answer, so that a repeated callback makes up for it.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Webhook security</a>
 */
@RestController
class TwilioStatusController {

    static final String PATH = "/twilio/status/";

    private final TwilioSettings settings;
    private final RequestValidator validator;
    private final ReceiptInbox inbox;
    private final Clock clock;

    TwilioStatusController(TwilioSettings settings, ReceiptInbox inbox, Clock clock) {
        this.settings = settings;
        this.validator = new RequestValidator(settings.authToken());
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping(path = PATH + "{delivery}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> status(
            @PathVariable String delivery,
            @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature,
            @RequestParam Map<String, String> parameters) {
        if (!validator.validate(settings.statusCallback(delivery), parameters, signature)) {
            return answer(HttpStatus.FORBIDDEN);
        }
        Optional<DeliveryId> id = parse(delivery);
        return id.isEmpty() ? answer(HttpStatus.NOT_FOUND) : merge(id.get(), parameters);
    }

    private ResponseEntity<Void> merge(DeliveryId id, Map<String, String> parameters) {
        Optional<Receipt> receipt = TwilioReceipts.read(parameters, clock.instant());
        try {
            boolean again =
                    receipt.isPresent()
                            && inbox.receive(id, receipt.get()) == ReceiptOutcome.NOT_REPORTED;
            return answer(again ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NO_CONTENT);
        } catch (StoreUnavailable e) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private static Optional<DeliveryId> parse(String delivery) {
        try {
            return Optional.of(DeliveryId.parse(delivery));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
