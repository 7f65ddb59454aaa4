package io.countersign.simulator.handset;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.SimulatedCallStatus;
import io.countersign.simulator.page.ClockTime;
import io.countersign.simulator.sms.PhoneNumber;
import java.time.Instant;
import java.util.List;

/**
 * A call as the page shows it.
 *
 * @param state one of {@code ringing}, {@code talking}, {@code over} and {@code lost}
 * @param ending how it has ended, in words; empty until then
 * @param heard what was said
 */
record CallEntry(
        String sid,
        String state,
        Caller caller,
        Instant instant,
        String time,
        String ending,
        List<String> heard) {

    /**
     * The number that the phone shows.
     *
     * @param ending its last four digits, which may be a code; empty for a withheld number
     */
    record Caller(String beginning, String ending) {

        static Caller of(Call call) {
            PhoneNumber shown = call.dialling().shown();
            if (shown == null) {
                return new Caller("Number withheld", "");
            }
            int split = shown.e164().length() - 4;
            return new Caller(shown.e164().substring(0, split), shown.e164().substring(split));
        }

        @Override
        public String toString() {
            return "Caller[]";
        }
    }

    static CallEntry of(Call call) {
        return new CallEntry(
                call.sid(),
                state(call),
                Caller.of(call),
                call.createdAt(),
                ClockTime.of(call.createdAt()),
                ending(call),
                call.heard());
    }

    /** Whether there is anything to show of it: it rings, has rung, or was lost on its way. */
    static boolean noticed(Call call) {
        return call.rang() || call.status().over();
    }

    private static String state(Call call) {
        return switch (call.status()) {
            case QUEUED, INITIATED, RINGING -> "ringing";
            case IN_PROGRESS -> "talking";
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> call.rang() ? "over" : "lost";
        };
    }

    private static String ending(Call call) {
        SimulatedCallStatus status = call.status();
        if (!status.over()) {
            return "";
        }
        if (!call.rang()) {
            return "This call did not reach the phone (" + status.wireName() + ").";
        }
        return switch (status) {
            case COMPLETED -> "Answered, " + call.duration().toSeconds() + " s";
            case BUSY -> "Rejected";
            case CANCELED -> "Missed, the caller hung up";
            case NO_ANSWER, FAILED, QUEUED, INITIATED, RINGING, IN_PROGRESS -> "Missed call";
        };
    }

    @Override
    public String toString() {
        return "CallEntry[" + sid + "]";
    }
}
