package io.countersign.simulator.twilio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The errors that the simulated Twilio gives, each with its HTTP status and Twilio's wording, in
 * which {@code %s} stands for what was wrong.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Error dictionary</a>
 */
public enum TwilioError {
    RATE_TO_ONE_NUMBER(14107, 429, "Message rate limit exceeded"),
    AUTHENTICATE(20003, 401, "Authenticate"),
    NOT_FOUND(20404, 404, "The requested resource %s was not found"),
    TOO_MANY_REQUESTS(20429, 429, "Too Many Requests"),
    INTERNAL_SERVER_ERROR(20500, 500, "An internal server error has occurred"),
    CALLEE_REQUIRED(21201, 400, "No 'To' number is specified"),
    INVALID_URL(21205, 400, "Url is not a valid URL: %s"),
    CALLER_NOT_VERIFIED(
            21210,
            400,
            "The source phone number provided, %s, is not yet verified for your account. You may"
                    + " only make calls from phone numbers that you've verified or purchased from"
                    + " Twilio."),
    INVALID_TO(21211, 400, "Invalid 'To' Phone Number: %s"),
    INVALID_FROM(21212, 400, "Invalid From Number (caller ID): %s"),
    CALLER_REQUIRED(21213, 400, "No 'From' number is specified"),
    UNREACHABLE_CALLEE(21214, 400, "'To' phone number cannot be reached: %s"),
    COUNTRY_NOT_PERMITTED(
            21215,
            400,
            "Account not authorized to call %s. Perhaps you need to enable some international"
                    + " permissions."),
    CALLEE_NOT_PERMITTED(21216, 400, "Account not allowed to call %s"),
    CALLEE_NOT_A_NUMBER(21217, 400, "Phone number %s does not appear to be valid"),
    CALL_IS_OVER(21220, 400, "Call is not in-progress. Cannot redirect."),
    TO_EQUALS_FROM(21266, 400, "'To' and 'From' number cannot be the same: %s"),
    REGION_NOT_PERMITTED(
            21408,
            400,
            "Permission to send an SMS has not been enabled for the region indicated by the 'To'"
                    + " number: %s"),
    BODY_REQUIRED(21602, 400, "Message body is required."),
    FROM_REQUIRED(21603, 400, "A 'From' phone number is required."),
    TO_REQUIRED(21604, 400, "A 'To' phone number is required."),
    FROM_NOT_CAPABLE(
            21606,
            400,
            "The 'From' phone number provided (%s) is not a valid message-capable Twilio phone"
                    + " number for this destination/account"),
    INVALID_STATUS_CALLBACK(21609, 400, "The 'StatusCallback' URL %s is not a valid URL."),
    UNSUBSCRIBED(21610, 400, "Attempt to send to unsubscribed recipient"),
    QUEUE_FULL(21611, 429, "This 'From' number has exceeded the maximum number of queued messages"),
    UNREACHABLE(
            21612,
            400,
            "Message cannot be sent with the current combination of 'To' (%s) and/or 'From'"
                    + " parameters"),
    NOT_A_MOBILE(21614, 400, "'To' number is not a valid mobile number: %s"),
    BODY_TOO_LONG(21617, 400, "The concatenated message body exceeds the 1600 character limit"),
    NO_SUCH_SERVICE(21701, 400, "The Messaging Service does not exist"),
    INVALID_VALIDITY_PERIOD(90007, 400, "Invalid validity period value"),
    INVALID_PARAMETER(60200, 400, "Invalid parameter: %s");

    private final int code;
    private final int status;
    private final String message;

    TwilioError(int code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    public static TwilioError withCode(int code) {
        return Arrays.stream(values())
                .filter(error -> error.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no error has code " + code));
    }

    public TwilioRefusal about(@Nullable String culprit) {
        return new TwilioRefusal(
                code,
                message.formatted(culprit == null ? "" : culprit),
                "https://www.twilio.com/docs/errors/" + code,
                status);
    }

    public TwilioRefusal plain() {
        return about("");
    }
}
