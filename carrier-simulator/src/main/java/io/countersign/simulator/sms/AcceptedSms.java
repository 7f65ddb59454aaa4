package io.countersign.simulator.sms;

import java.time.Instant;

/**
 * A message that the carrier has taken. Prints neither text nor full number.
 *
 * @param sid Twilio's name for it, {@code SM} and 32 hexadecimal digits
 */
public record AcceptedSms(
        String sid, Submission submission, Instant receivedAt, SmsProgress progress) {

    public PhoneNumber to() {
        return submission.to();
    }

    AcceptedSms at(SmsProgress next) {
        return new AcceptedSms(sid, submission, receivedAt, next);
    }

    @Override
    public String toString() {
        return "AcceptedSms[" + sid + ", " + submission.to() + ", " + progress.status() + "]";
    }
}
