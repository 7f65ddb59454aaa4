package io.countersign.sms.twilio;

import static io.countersign.events.FailureReason.BLOCKED_BY_RECIPIENT;
import static io.countersign.events.FailureReason.DESTINATION_INVALID;
import static io.countersign.events.FailureReason.NOT_DELIVERED;
import static io.countersign.events.FailureReason.REGION_NOT_SERVED;

import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.events.FailureReason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio's error codes mean for a delivery, whether it answers a request with them or a
 * callback brings them later.
 *
 * <p>Each code is described at {@code https://www.twilio.com/docs/api/errors/<code>}. One that is
 * not listed: with a 4xx the message was certainly not taken, and it may be for our own fault (a
 * wrong sender, an empty balance, too many requests), so others may still take it; with anything
 * else it may have been taken; in a callback it did not arrive.
 */
final class TwilioErrors {

    /** Nobody gains from asking again with credentials that Twilio refuses. */
    private static final Duration REST_WITHOUT_CREDENTIALS = Duration.ofSeconds(30);

    private static final Map<Integer, FailureReason> REFUSALS =
            Map.ofEntries(
                    Map.entry(21211, DESTINATION_INVALID), // 'To' is no phone number
                    Map.entry(21214, DESTINATION_INVALID), // 'To' cannot be reached
                    Map.entry(21217, DESTINATION_INVALID), // the number does not appear valid
                    Map.entry(21265, DESTINATION_INVALID), // 'To' is a short code
                    Map.entry(21266, DESTINATION_INVALID), // 'To' is our own sender
                    Map.entry(21408, REGION_NOT_SERVED), // not enabled for the region of 'To'
                    Map.entry(21608, REGION_NOT_SERVED), // a trial account may not write to 'To'
                    Map.entry(21610, BLOCKED_BY_RECIPIENT), // the person answered STOP
                    Map.entry(21612, REGION_NOT_SERVED), // no way from 'From' to 'To'
                    Map.entry(21614, DESTINATION_INVALID), // 'To' is not a mobile number
                    Map.entry(21635, DESTINATION_INVALID), // 'To' is a landline
                    Map.entry(30003, NOT_DELIVERED), // the phone is off or out of reach
                    Map.entry(30004, BLOCKED_BY_RECIPIENT), // blocked by the person or operator
                    Map.entry(30005, DESTINATION_INVALID), // the number does not exist any more
                    Map.entry(
                            30006, DESTINATION_INVALID), // a landline, or an operator out of reach
                    Map.entry(30007, NOT_DELIVERED), // filtered by the operator
                    Map.entry(30008, NOT_DELIVERED), // the operator does not say why
                    Map.entry(30036, NOT_DELIVERED)); // still queued when its validity ended

    private TwilioErrors() {}

    /**
     * What an answer other than success means.
     *
     * @param status of HTTP; null where there was none
     * @param code Twilio's; null where the answer had none
     * @param retryAfter as Twilio asked, or null
     */
    static DeliveryOutcome outcome(
            @Nullable Integer status, @Nullable Integer code, @Nullable Duration retryAfter) {
        if (status == null || status < 400 || status > 499) {
            return new Uncertain(detail(status, code));
        }
        if (status == 401) {
            return new Unavailable(
                    REST_WITHOUT_CREDENTIALS, detail(status, code) + " wrong credentials");
        }
        return reason(code)
                .<DeliveryOutcome>map(reason -> new Refused(reason, detail(status, code)))
                .orElseGet(() -> new Unavailable(retryAfter, detail(status, code)));
    }

    /** Why a message that Twilio had taken did not arrive. */
    static FailureReason lost(@Nullable Integer code) {
        return reason(code).orElse(NOT_DELIVERED);
    }

    private static Optional<FailureReason> reason(@Nullable Integer code) {
        return code == null ? Optional.empty() : Optional.ofNullable(REFUSALS.get(code));
    }

    private static String detail(@Nullable Integer status, @Nullable Integer code) {
        return "status=" + status + " code=" + code;
    }
}
