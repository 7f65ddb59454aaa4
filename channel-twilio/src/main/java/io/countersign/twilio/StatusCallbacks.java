package io.countersign.twilio;

import com.twilio.security.RequestValidator;
import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.channel.receipt.ReceiptOutcome;
import io.countersign.delivery.Receipt;
import io.countersign.events.id.DeliveryId;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Puts what Twilio says about deliveries into the inbox.
 *
 * <p>Answers 204 when there is nothing more to do, 403 for a request that Twilio did not sign, 404
 * for a delivery id of another form, and 503 when the store or the broker does not answer, so that
 * a repeated callback makes up for it.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Webhook security</a>
 */
public final class StatusCallbacks {

    /** The header that carries Twilio's signature. */
    public static final String SIGNATURE = "X-Twilio-Signature";

    private final TwilioAccount account;
    private final String path;
    private final RequestValidator validator;
    private final ReceiptInbox inbox;

    /**
     * @param path of the channel's callbacks, with a slash at both ends
     */
    public StatusCallbacks(TwilioAccount account, String path, ReceiptInbox inbox) {
        this.account = account;
        this.path = path;
        this.validator = new RequestValidator(account.token());
        this.inbox = inbox;
    }

    /** Understands an authentic callback. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Empty for a status that says nothing about an outgoing delivery.
         *
         * @throws StoreUnavailable when it has to ask the store and that does not answer
         */
        Optional<Receipt> read(DeliveryId delivery, Map<String, String> parameters);
    }

    /**
     * Handles one callback.
     *
     * @param delivery what stands in the URL after the path
     */
    public ResponseEntity<Void> take(
            String delivery, Map<String, String> parameters, String signature, Reader reader) {
        String url = account.callback(path, delivery).toString();
        if (!validator.validate(url, parameters, signature)) {
            return answer(HttpStatus.FORBIDDEN);
        }
        return parse(delivery)
                .map(id -> merge(id, parameters, reader))
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<Void> merge(
            DeliveryId id, Map<String, String> parameters, Reader reader) {
        try {
            boolean again =
                    reader.read(id, parameters)
                            .filter(
                                    receipt ->
                                            inbox.receive(id, receipt)
                                                    == ReceiptOutcome.NOT_REPORTED)
                            .isPresent();
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
