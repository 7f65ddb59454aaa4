package io.countersign.gateway.enrol;

import java.time.Instant;

/** Whether somebody has proven enough to change a factor. */
public sealed interface StepUpOutcome {

    record Granted() implements StepUpOutcome {}

    /** They have not; nothing was changed. */
    sealed interface Refused extends StepUpOutcome {}

    record WrongPassword() implements Refused {}

    /** Too many wrong passwords before; this one was not looked at. */
    record TooMany(Instant retryAt) implements Refused {}

    /** The second factor was given too long ago: signing in again is what helps. */
    record SecondFactorTooOld() implements Refused {}
}
