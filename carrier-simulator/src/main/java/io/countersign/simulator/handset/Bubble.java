package io.countersign.simulator.handset;

import io.countersign.simulator.page.ClockTime;
import io.countersign.simulator.sms.AcceptedSms;
import io.countersign.simulator.sms.MessageStatus;
import io.countersign.simulator.sms.Segments;
import io.countersign.simulator.sms.Submission;
import java.time.Instant;

/**
 * A message as the page shows it.
 *
 * @param state one of {@code coming}, {@code arrived} and {@code lost}
 * @param time in this machine's time zone, which is also the browser's
 * @param note what else is worth telling, in small print
 */
record Bubble(
        String sid,
        String state,
        String sender,
        Instant instant,
        String time,
        CodeInText.Parts text,
        String note) {

    static Bubble of(AcceptedSms message) {
        Submission submission = message.submission();
        return new Bubble(
                message.sid(),
                state(message.progress().status()),
                sender(submission),
                message.receivedAt(),
                ClockTime.of(message.receivedAt()),
                CodeInText.find(submission.body()),
                note(message));
    }

    private static String state(MessageStatus status) {
        return switch (status) {
            case ACCEPTED, QUEUED, SENT -> "coming";
            case DELIVERED -> "arrived";
            case UNDELIVERED, FAILED -> "lost";
        };
    }

    private static String sender(Submission submission) {
        return submission.from() == null ? "Messaging service" : submission.from();
    }

    private static String note(AcceptedSms message) {
        Integer error = message.progress().errorCode();
        if (error != null) {
            return message.progress().status().wireName() + ", error " + error;
        }
        int segments = Segments.count(message.submission().body());
        return segments == 1 ? "" : segments + " segments";
    }

    @Override
    public String toString() {
        return "Bubble[" + sid + "]";
    }
}
