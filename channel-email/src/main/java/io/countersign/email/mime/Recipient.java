package io.countersign.email.mime;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns a destination into a mail address. */
final class Recipient {

    /**
     * A dot-string and a domain in ASCII (RFC 5321, section 4.1.2); no one has a quoted one.
     * Nothing is converted, so that no mail goes to another domain than the one that was proven.
     */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}");

    private Recipient() {}

    /** Empty where it is none that every server takes. */
    static Optional<InternetAddress> of(String destination) {
        if (!FORM.matcher(destination).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InternetAddress(destination, true));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
