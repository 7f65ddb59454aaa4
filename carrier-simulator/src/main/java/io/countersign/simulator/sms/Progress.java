package io.countersign.simulator.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message is and since when.
 *
 * @param sentAt when it left the provider, null before
 * @param errorCode Twilio's code of the failure, null without one
 */
public record Progress(
        MessageStatus status,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @Nullable Integer errorCode) {

    static Progress first(MessageStatus status, Instant now) {
        return new Progress(status, now, null, null);
    }

    Progress next(MessageStatus next, @Nullable Integer error, Instant now) {
        return new Progress(next, now, next == MessageStatus.SENT ? now : sentAt, error);
    }
}
