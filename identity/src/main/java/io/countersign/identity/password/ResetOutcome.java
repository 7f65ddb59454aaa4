package io.countersign.identity.password;

import io.countersign.identity.account.PasswordFlaw;

/** What became of choosing a new password by a link. */
public sealed interface ResetOutcome {

    /**
     * It is the account's password now. This signs no one in, and everyone who was signed in is
     * signed out.
     */
    record Done() implements ResetOutcome {}

    /** Nothing was changed, and the link still works. */
    record PasswordRefused(PasswordFlaw flaw) implements ResetOutcome {}

    /** The link was used, is too old or never was one, or the account may not be used. */
    record LinkGone() implements ResetOutcome {}
}
