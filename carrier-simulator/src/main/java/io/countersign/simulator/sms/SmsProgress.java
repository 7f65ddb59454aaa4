package io.countersign.simulator.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message is and since when.
 *
 * @param sentAt when it left the provider, null before
 * @param errorCode Twilio's code of the failure, null without one
 */
public record SmsProgress(
        MessageStatus status,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @Nullable Integer errorCode) {

    static SmsProgress first(MessageStatus status, Instant now) {
        return new SmsProgress(status, now, null, null);
    }

    SmsProgress next(MessageStatus next, @Nullable Integer error, Instant now) {
        return new SmsProgress(next, now, next == MessageStatus.SENT ? now : sentAt, error);
    }
}
