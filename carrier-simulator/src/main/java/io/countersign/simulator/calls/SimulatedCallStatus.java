package io.countersign.simulator.calls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a call has come, in Twilio's words.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#call-status-values">Call status
 *     values</a>
 */
public enum SimulatedCallStatus {
    QUEUED,
    /** Dialled, but the phone does not ring yet. */
    INITIATED,
    RINGING,
    IN_PROGRESS,
    /** Was answered and has ended. */
    COMPLETED,
    BUSY,
    NO_ANSWER,
    FAILED,
    /** Hung up by the caller before it was answered. */
    CANCELED;

    public boolean over() {
        return compareTo(COMPLETED) >= 0;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
