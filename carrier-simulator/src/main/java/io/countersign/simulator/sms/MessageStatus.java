package io.countersign.simulator.sms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a message has come, in Twilio's words.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">
 *     Message status values</a>
 */
public enum MessageStatus {
    /** Taken for a messaging service, which has yet to choose the sender. */
    ACCEPTED,
    QUEUED,
    /** Handed to the operator. */
    SENT,
    /** The phone has it. */
    DELIVERED,
    /** The operator says that the phone will not get it. */
    UNDELIVERED,
    /** Never left the provider. */
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
