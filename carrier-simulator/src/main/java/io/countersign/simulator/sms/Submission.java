package io.countersign.simulator.sms;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a customer of the carrier asked to have sent. Prints neither text nor full number.
 *
 * @param from phone number, short code or alphanumeric sender; null until a messaging service has
 *     chosen one
 * @param validity how long the message may wait to be sent
 * @param statusCallback where to report progress, null for nowhere
 */
public record Submission(
        PhoneNumber to,
        @Nullable String from,
        @Nullable String messagingServiceSid,
        String body,
        Duration validity,
        @Nullable URI statusCallback) {

    @Override
    public String toString() {
        return "Submission[to=" + to + "]";
    }
}
