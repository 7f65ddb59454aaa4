package io.countersign.simulator.sms;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the test API shows it.
 *
 * @param receivedAt when the carrier took it, ISO 8601
 * @param validityPeriod seconds
 * @param errorCode Twilio's code of the failure, null without one
 */
record ReceivedMessage(
        String sid,
        PhoneNumber to,
        @Nullable String from,
        @Nullable String messagingServiceSid,
        String body,
        int segments,
        Instant receivedAt,
        MessageStatus status,
        @Nullable Integer errorCode,
        long validityPeriod,
        @Nullable URI statusCallback) {

    static ReceivedMessage of(AcceptedSms message) {
        Submission submission = message.submission();
        return new ReceivedMessage(
                message.sid(),
                submission.to(),
                submission.from(),
                submission.messagingServiceSid(),
                submission.body(),
                Segments.count(submission.body()),
                message.receivedAt(),
                message.progress().status(),
                message.progress().errorCode(),
                submission.validity().toSeconds(),
                submission.statusCallback());
    }

    @Override
    public String toString() {
        return "ReceivedMessage[" + sid + "]";
    }
}
