package io.countersign.identity.password;

import java.time.Instant;

/** What became of asking for a new password. */
public sealed interface ForgottenOutcome {

    /**
     * If the address has an account, a mail goes there; the answer does not tell whether it has.
     */
    record MailSent() implements ForgottenOutcome {}

    record NotAnAddress() implements ForgottenOutcome {}

    /** Too many mails were asked for from this IP address, or to this e-mail address. */
    record TooMany(Instant retryAt) implements ForgottenOutcome {}
}
