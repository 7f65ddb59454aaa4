package io.countersign.twilio;

import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.events.FailureReason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio's error codes mean for a delivery, whether it answers a request with them or a
 * callback brings them later.
 *
 * <p>Each code is described at {@code https://www.twilio.com/docs/api/errors/<code>}. One that is
 * not listed: with a 4xx the request was certainly not taken, and it may be for our own fault (a
 * wrong sender, an empty balance, too many requests), so it concerns our account and others may
 * still take it; with anything else it may have been taken; in a callback it did not arrive.
 */
public final class TwilioErrors {

    /** Asking again with credentials that Twilio refuses gains nothing. */
    private static final Duration REST_WITHOUT_CREDENTIALS = Duration.ofSeconds(30);

    private final Map<Integer, FailureReason> refusals;
    private final Set<Integer> aboutRecipient;

    /**
     * @param refusals the codes with which this very request will never work, and why
     * @param aboutRecipient the codes by which too much was sent to this one recipient
     */
    public TwilioErrors(Map<Integer, FailureReason> refusals, Set<Integer> aboutRecipient) {
        this.refusals = Map.copyOf(refusals);
        this.aboutRecipient = Set.copyOf(aboutRecipient);
    }

    /** The code that came with a callback; null where there was none. */
    public static @Nullable Integer code(Map<String, String> parameters) {
        String code = parameters.getOrDefault("ErrorCode", "");
        return code.matches("\\d{1,6}") ? Integer.valueOf(code) : null;
    }

    /** Why something that Twilio had taken did not arrive. */
    public FailureReason lost(@Nullable Integer code) {
        return reason(code).orElse(FailureReason.NOT_DELIVERED);
    }

    /**
     * What an answer other than success means.
     *
     * @param status of HTTP; null where there was none
     * @param code Twilio's; null where the answer had none
     * @param retryAfter as Twilio asked, or null
     */
    DeliveryOutcome outcome(
            @Nullable Integer status, @Nullable Integer code, @Nullable Duration retryAfter) {
        if (status == null || status < 400 || status > 499) {
            return new Uncertain(detail(status, code));
        }
        if (status == 401) {
            return new Unavailable(
                    Concerned.PROVIDER,
                    REST_WITHOUT_CREDENTIALS,
                    detail(status, code) + " wrong credentials");
        }
        return reason(code)
                .<DeliveryOutcome>map(reason -> new Refused(reason, detail(status, code)))
                .orElseGet(() -> new Unavailable(whom(code), retryAfter, detail(status, code)));
    }

    private Concerned whom(@Nullable Integer code) {
        return code != null && aboutRecipient.contains(code)
                ? Concerned.RECIPIENT
                : Concerned.PROVIDER;
    }

    private Optional<FailureReason> reason(@Nullable Integer code) {
        return code == null ? Optional.empty() : Optional.ofNullable(refusals.get(code));
    }

    private static String detail(@Nullable Integer status, @Nullable Integer code) {
        return "status=" + status + " code=" + code;
    }
}
