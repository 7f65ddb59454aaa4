package io.countersign.email.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a mail address of a destination. */
final class Recipient {

    /** A dot-string and a domain (RFC 5321, section 4.1.2); what is quoted, nobody has. */
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@([^\\s@<>\\p{Cntrl}]{1,253})");

    private Recipient() {}

    /** Empty where it is none that every server takes; a domain in other letters is converted. */
    static Optional<InternetAddress> of(String destination) {
        Matcher parts = FORM.matcher(destination);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(parts.group(2), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(new InternetAddress(parts.group(1) + "@" + domain, true));
        } catch (IllegalArgumentException | AddressException e) {
            return Optional.empty();
        }
    }
}
