package io.countersign.identity.signup;

import java.time.Instant;
import java.util.UUID;

/** What became of asking for an account. */
public sealed interface SignUpOutcome {

    /**
     * A mail says how to continue; the answer is the same where the address had an account before.
     *
     * @param id names the sign-up to the client that began it, to ask for the mail again
     */
    record MailSent(UUID id) implements SignUpOutcome {}

    record NotAnAddress() implements SignUpOutcome {}

    /** Too many mails were asked for from this IP address, or to this e-mail address. */
    record TooMany(Instant retryAt) implements SignUpOutcome {}

    /** The operator makes all accounts. */
    record Closed() implements SignUpOutcome {}
}
