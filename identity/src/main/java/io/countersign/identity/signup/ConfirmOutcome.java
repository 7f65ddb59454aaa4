package io.countersign.identity.signup;

import io.countersign.identity.account.PasswordFlaw;

/** What became of confirming an address. */
public sealed interface ConfirmOutcome {

    /** There is an account with this password now. This signs no one in. */
    record Done() implements ConfirmOutcome {}

    /** Nothing was made, and the link still works. */
    record PasswordRefused(PasswordFlaw flaw) implements ConfirmOutcome {}

    /** The link was used, is too old or never was one, or the address has an account meanwhile. */
    record LinkGone() implements ConfirmOutcome {}
}
