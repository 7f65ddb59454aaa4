package io.countersign.identity.signup;

import java.time.Instant;

/** What became of asking for the mail again. */
public sealed interface MailAgainOutcome {

    record Sent() implements MailAgainOutcome {}

    /** Too many mails were asked for from this IP address, or to this e-mail address. */
    record TooMany(Instant retryAt) implements MailAgainOutcome {}

    /** The sign-up is confirmed or too old, or there was none. */
    record Gone() implements MailAgainOutcome {}
}
