package io.countersign.email.smtp;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * A letter in its envelope. Does not print.
 *
 * @param to the one recipient
 * @param id its Message-ID
 */
record Mail(MimeMessage content, InternetAddress to, String id) {

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
