package io.countersign.simulator.twilio;

import io.countersign.simulator.faults.ConnectionCut;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How the simulated Twilio answers the request to create something. */
public sealed interface TwilioReply {

    /** It is created, and is shown as this resource. */
    record Created(Object resource) implements TwilioReply {}

    /**
     * It is not created.
     *
     * @param retryAfter the header; null if it is not said when to try again
     */
    record Refused(TwilioRefusal refusal, @Nullable String retryAfter) implements TwilioReply {}

    /** The connection is closed without an answer. */
    record Cut() implements TwilioReply {}

    /** Returns null where there is to be no answer. */
    default @Nullable ResponseEntity<Object> to(HttpServletRequest request) {
        return switch (this) {
            case Created(Object resource) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(resource);
            case Refused(TwilioRefusal refusal, String retryAfter) when retryAfter != null ->
                    ResponseEntity.status(refusal.status())
                            .header(HttpHeaders.RETRY_AFTER, retryAfter)
                            .body(refusal);
            case Refused(TwilioRefusal refusal, _) ->
                    ResponseEntity.status(refusal.status()).body(refusal);
            case Cut() -> {
                ConnectionCut.insteadOfAnswering(request);
                yield null;
            }
        };
    }
}
