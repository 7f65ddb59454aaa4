package io.countersign.identity.caller;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;

/** What becomes of the session that a call came in. Unless it ends, it continues under a new id. */
public sealed interface SessionChange {

    /**
     * The password was right: the session may give the second factor of this attempt, and do
     * nothing else.
     */
    record AwaitsSecond(AccountId account, AttemptId attempt) implements SessionChange {}

    /** It is signed in by this attempt. */
    record Entered(AccountId account, AttemptId attempt, Second second) implements SessionChange {}

    /** A second factor was given again, just now. */
    record SteppedUp() implements SessionChange {}

    /** A cookie that was copied before is worth nothing any more; all else stays. */
    record Renewed() implements SessionChange {}

    /** The same, and the person has proven a second factor, if the session had none before. */
    record RenewedWithSecondFactor() implements SessionChange {}

    record Ended() implements SessionChange {}
}
