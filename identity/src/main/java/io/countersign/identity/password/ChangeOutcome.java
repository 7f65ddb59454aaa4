package io.countersign.identity.password;

import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.credential.ReenterOutcome;

/** What became of changing the password. */
public sealed interface ChangeOutcome {

    /** All other sessions have ended; this one goes on under a new id. */
    record Done() implements ChangeOutcome {}

    record PasswordRefused(PasswordFlaw flaw) implements ChangeOutcome {}

    /** Something has to be proven before. */
    record PasswordNotTaken(ReenterOutcome.Refused refused) implements ChangeOutcome {}

    /** The session has ended meanwhile. */
    record SessionGone() implements ChangeOutcome {}
}
