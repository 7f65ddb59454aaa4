package io.countersign.simulator.sms;

import java.time.Instant;

/**
 * A message that the carrier has taken. Prints neither text nor full number.
 *
 * @param sid Twilio's name for it, {@code SM} and 32 hexadecimal digits
 */
public record TextMessage(
        String sid, Submission submission, Instant receivedAt, Progress progress) {

    public PhoneNumber to() {
        return submission.to();
    }

    TextMessage at(Progress next) {
        return new TextMessage(sid, submission, receivedAt, next);
    }

    @Override
    public String toString() {
        return "TextMessage[" + sid + ", " + submission.to() + ", " + progress.status() + "]";
    }
}
