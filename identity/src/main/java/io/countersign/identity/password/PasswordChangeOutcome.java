package io.countersign.identity.password;

import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.credential.ReenterOutcome;

/** What became of changing the password. */
public sealed interface PasswordChangeOutcome {

    /** All other sessions have ended; this one continues under a new id. */
    record Done() implements PasswordChangeOutcome {}

    record PasswordRefused(PasswordFlaw flaw) implements PasswordChangeOutcome {}

    /** Something has to be proven first. */
    record PasswordNotTaken(ReenterOutcome.Refused refused) implements PasswordChangeOutcome {}

    /** The session has ended meanwhile. */
    record SessionGone() implements PasswordChangeOutcome {}
}
