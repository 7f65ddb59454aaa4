package io.countersign.identity.password;

import io.countersign.identity.account.PasswordFlaw;

/** What became of choosing a new password by a link. */
public sealed interface ResetOutcome {

    /** It is the account's now. Nobody is signed in by that, and whoever was is not any more. */
    record Done() implements ResetOutcome {}

    /** Nothing was changed, and the link goes on working. */
    record PasswordRefused(PasswordFlaw flaw) implements ResetOutcome {}

    /** The link was used, is too old or never was one, or the account may not be used. */
    record LinkGone() implements ResetOutcome {}
}
