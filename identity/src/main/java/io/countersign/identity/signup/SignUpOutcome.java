package io.countersign.identity.signup;

import java.time.Instant;
import java.util.UUID;

/** What became of asking for an account. */
public sealed interface SignUpOutcome {

    /**
     * A mail says how to go on; said also where the address had an account before.
     *
     * @param id names the sign-up to whoever began it, to ask for the mail once more
     */
    record MailSent(UUID id) implements SignUpOutcome {}

    record NotAnAddress() implements SignUpOutcome {}

    /** Too many mails were asked for from this IP address, or to this e-mail address. */
    record TooMany(Instant retryAt) implements SignUpOutcome {}

    /** The operator makes all accounts. */
    record Closed() implements SignUpOutcome {}
}
