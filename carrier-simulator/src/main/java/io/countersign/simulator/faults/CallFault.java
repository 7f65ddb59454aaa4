package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.countersign.simulator.sms.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a phone call. */
public sealed interface CallFault extends Fault
        permits RequestFault,
                ReportFault,
                Fault.Refuse,
                CallFault.NoAnswer,
                CallFault.Busy,
                CallFault.Rejected,
                CallFault.Failed,
                CallFault.NeverRings,
                CallFault.WrongCallerId {

    /** Rings as long as the caller is willing to wait; no one can answer. */
    @JsonTypeName("no-answer")
    record NoAnswer() implements CallFault {}

    /** The line is busy: the phone does not ring. */
    @JsonTypeName("busy")
    record Busy() implements CallFault {}

    /** The phone rings and the call is rejected at once, which Twilio calls busy, too. */
    @JsonTypeName("rejected")
    record Rejected() implements CallFault {}

    /** The carrier cannot connect the call: the phone does not ring. */
    @JsonTypeName("failed")
    record Failed() implements CallFault {}

    /**
     * The call is lost on its way: the phone does not ring, that it rings is never reported, and it
     * ends as not answered when the caller is no longer willing to wait.
     */
    @JsonTypeName("never-rings")
    record NeverRings() implements CallFault {}

    /**
     * The phone shows another number than that of the caller.
     *
     * @param shown null for a withheld number
     */
    @JsonTypeName("wrong-caller-id")
    record WrongCallerId(@Nullable PhoneNumber shown) implements CallFault {}
}
