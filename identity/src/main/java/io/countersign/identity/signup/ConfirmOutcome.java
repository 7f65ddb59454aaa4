package io.countersign.identity.signup;

import io.countersign.identity.account.PasswordFlaw;

/** What became of confirming an address. */
public sealed interface ConfirmOutcome {

    /** There is an account with this password now. Nobody is signed in by that. */
    record Done() implements ConfirmOutcome {}

    /** Nothing was made, and the link goes on working. */
    record PasswordRefused(PasswordFlaw flaw) implements ConfirmOutcome {}

    /** The link was used, is too old or never was one, or the address has an account meanwhile. */
    record LinkGone() implements ConfirmOutcome {}
}
