package io.countersign.voice.call;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an operator can say about a call.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#call-status-values">Call status
 *     values</a>
 */
public enum CallStatus {
    QUEUED("queued"),
    INITIATED("initiated"),
    RINGING("ringing"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    BUSY("busy"),
    NO_ANSWER("no-answer"),
    CANCELED("canceled"),
    FAILED("failed");

    private final String wireName;

    CallStatus(String wireName) {
        this.wireName = wireName;
    }

    public static Optional<CallStatus> of(String wireName) {
        return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }

    boolean isLast() {
        return switch (this) {
            case QUEUED, INITIATED, RINGING, IN_PROGRESS -> false;
            case COMPLETED, BUSY, NO_ANSWER, CANCELED, FAILED -> true;
        };
    }
}
