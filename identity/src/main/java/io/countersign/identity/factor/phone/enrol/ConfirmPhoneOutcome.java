package io.countersign.identity.factor.phone.enrol;

import io.countersign.engine.answer.AnswerOutcome;

/** What became of the code that was to confirm a phone. */
public sealed interface ConfirmPhoneOutcome {

    /** The phone is a factor now. */
    record Confirmed() implements ConfirmPhoneOutcome {}

    /**
     * The code was not accepted.
     *
     * @param answer anything but right
     */
    record NotConfirmed(AnswerOutcome answer) implements ConfirmPhoneOutcome {}

    /** The session has no such phone under way, or no longer. */
    record Gone() implements ConfirmPhoneOutcome {}
}
