package io.countersign.identity.enrol;

import io.countersign.identity.credential.ReenterOutcome;

/** What became of a change to how an account is protected. */
public sealed interface FactorChangeOutcome {

    /**
     * It was changed.
     *
     * @param sessionEnded whether the account has to set a second factor up before anything else
     */
    record Done(boolean sessionEnded) implements FactorChangeOutcome {}

    /** There is nothing to change, or no longer. */
    record NothingToDo() implements FactorChangeOutcome {}

    /** Nothing would be left that may be used alone; nothing was changed. */
    record OnlyFallbacksLeft() implements FactorChangeOutcome {}

    /** The password that was asked for again was not accepted. */
    record PasswordNotTaken(ReenterOutcome.Refused refused) implements FactorChangeOutcome {}
}
