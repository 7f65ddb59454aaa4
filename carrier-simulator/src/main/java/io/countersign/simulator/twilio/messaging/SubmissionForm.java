package io.countersign.simulator.twilio.messaging;

import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.twilio.TwilioError;
import io.countersign.simulator.twilio.TwilioRefusal;
import io.countersign.simulator.twilio.callback.CallbackSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a request to create a message. Reads those fields that matter to a text message, and
 * finds the same faults with them as Twilio.
 */
record SubmissionForm(Map<String, String> fields) {

    private static final int LONGEST_BODY = 1600;
    private static final long LONGEST_VALIDITY = 36_000;
    private static final Pattern SERVICE_SID = Pattern.compile("MG[0-9a-fA-F]{32}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,8}");
    private static final Pattern SENDER_ID =
            Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}");
    private static final Pattern VALIDITY = Pattern.compile("[1-9]\\d{0,4}");

    Asked asked() {
        return new Asked(
                "Messages", field("To"), field("From"), field("Body"), field("StatusCallback"));
    }

    /** The first thing wrong with it, if any. */
    Optional<TwilioRefusal> firstFault(CallbackSettings callbacks) {
        return Stream.<Supplier<Optional<TwilioRefusal>>>of(
                        this::faultOfTo,
                        this::faultOfSender,
                        () -> MagicSmsNumbers.fault(field("To"), field("From")),
                        this::faultOfBody,
                        this::faultOfValidity,
                        () -> faultOfCallback(callbacks))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Only for a form without fault. */
    Submission submission() {
        String callback = field("StatusCallback");
        return new Submission(
                new PhoneNumber(text("To")),
                field("From"),
                field("MessagingServiceSid"),
                text("Body"),
                Duration.ofSeconds(
                        field("ValidityPeriod") == null
                                ? LONGEST_VALIDITY
                                : Long.parseLong(text("ValidityPeriod"))),
                callback == null ? null : URI.create(callback));
    }

    private Optional<TwilioRefusal> faultOfTo() {
        String to = field("To");
        if (to == null) {
            return Optional.of(TwilioError.TO_REQUIRED.plain());
        }
        return refuseIf(PhoneNumber.strict(to).isEmpty(), TwilioError.INVALID_TO, to);
    }

    private Optional<TwilioRefusal> faultOfSender() {
        String from = field("From");
        String service = field("MessagingServiceSid");
        if (service != null && !SERVICE_SID.matcher(service).matches()) {
            return Optional.of(TwilioError.NO_SUCH_SERVICE.plain());
        }
        if (from == null) {
            return refuseIf(service == null, TwilioError.FROM_REQUIRED, "");
        }
        if (from.equals(field("To"))) {
            return Optional.of(TwilioError.TO_EQUALS_FROM.about(from));
        }
        return refuseIf(!isSender(from), TwilioError.INVALID_FROM, from);
    }

    private Optional<TwilioRefusal> faultOfBody() {
        String body = field("Body");
        if (body == null) {
            return Optional.of(TwilioError.BODY_REQUIRED.plain());
        }
        return refuseIf(
                body.codePointCount(0, body.length()) > LONGEST_BODY,
                TwilioError.BODY_TOO_LONG,
                "");
    }

    private Optional<TwilioRefusal> faultOfValidity() {
        String validity = field("ValidityPeriod");
        boolean fits =
                validity == null
                        || (VALIDITY.matcher(validity).matches()
                                && Long.parseLong(validity) <= LONGEST_VALIDITY);
        return refuseIf(!fits, TwilioError.INVALID_VALIDITY_PERIOD, "");
    }

    private Optional<TwilioRefusal> faultOfCallback(CallbackSettings callbacks) {
        String url = field("StatusCallback");
        boolean fits = url == null || parsed(url).filter(callbacks::allow).isPresent();
        return refuseIf(!fits, TwilioError.INVALID_STATUS_CALLBACK, String.valueOf(url));
    }

    private static boolean isSender(String from) {
        return PhoneNumber.strict(from).isPresent()
                || SHORT_CODE.matcher(from).matches()
                || SENDER_ID.matcher(from).matches();
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<TwilioRefusal> refuseIf(
            boolean faulty, TwilioError error, String culprit) {
        return faulty ? Optional.of(error.about(culprit)) : Optional.empty();
    }

    private @Nullable String field(String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private String text(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "SubmissionForm" + fields.keySet();
    }
}
