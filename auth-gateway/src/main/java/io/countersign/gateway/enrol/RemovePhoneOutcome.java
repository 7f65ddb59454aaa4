package io.countersign.gateway.enrol;

/** What became of asking to remove a phone. */
public sealed interface RemovePhoneOutcome {

    record Removed() implements RemovePhoneOutcome {}

    /** The account has no such phone, or not any more. */
    record NoSuchPhone() implements RemovePhoneOutcome {}

    /** They have not proven enough. */
    record StepUpFirst(StepUpOutcome.Refused refused) implements RemovePhoneOutcome {}
}
