package io.countersign.email.smtp;

import java.util.Locale;

/** How far a mail has come in the dialogue with the server. */
enum SmtpStep {
    /** Connecting, up to and including authentication. */
    CONNECTING,
    /** {@code MAIL FROM}. */
    SENDER,
    /** {@code RCPT TO}. */
    RECIPIENT,
    /** {@code DATA} and the mail itself. */
    CONTENT,
    /** The dot that ends the mail: from here on the server may have taken it. */
    FINAL_DOT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
