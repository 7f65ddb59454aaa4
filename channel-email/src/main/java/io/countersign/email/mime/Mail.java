package io.countersign.email.mime;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * A letter in its envelope. Does not print.
 *
 * @param to the one recipient
 * @param id its Message-ID
 */
public record Mail(MimeMessage content, InternetAddress to, String id) {

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
