package io.countersign.simulator.calls;

import io.countersign.simulator.sms.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call that the carrier has taken. Prints neither what was said nor full numbers.
 *
 * @param sid Twilio's name for it, {@code CA} and 32 hexadecimal digits
 * @param rang whether the phone has rung
 * @param answeredAt null if no one has answered
 * @param endedAt null until it has ended
 * @param heard what was said to the person, sentence by sentence
 */
public record Call(
        String sid,
        Dialling dialling,
        SimulatedCallStatus status,
        Instant createdAt,
        Instant updatedAt,
        boolean rang,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        List<String> heard) {

    static Call queued(String sid, Dialling dialling, Instant now) {
        return new Call(
                sid, dialling, SimulatedCallStatus.QUEUED, now, now, false, null, null, List.of());
    }

    public PhoneNumber to() {
        return dialling.to();
    }

    /** How long people could talk; zero if no one answered. */
    public Duration duration() {
        return answeredAt == null || endedAt == null
                ? Duration.ZERO
                : Duration.between(answeredAt, endedAt);
    }

    Call at(SimulatedCallStatus next, Instant now) {
        return new Call(
                sid,
                dialling,
                next,
                createdAt,
                now,
                rang || next == SimulatedCallStatus.RINGING,
                next == SimulatedCallStatus.IN_PROGRESS ? now : answeredAt,
                next.over() ? now : endedAt,
                heard);
    }

    Call hearing(String sentence) {
        List<String> more = Stream.concat(heard.stream(), Stream.of(sentence)).toList();
        return new Call(
                sid, dialling, status, createdAt, updatedAt, rang, answeredAt, endedAt, more);
    }

    @Override
    public String toString() {
        return "Call[" + sid + ", " + dialling.to() + ", " + status + "]";
    }
}
