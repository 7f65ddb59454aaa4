package io.countersign.email.smtp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a connection to an SMTP server is protected. */
enum Security {
    /** Encrypted once the server offers it; a server that does not gets nothing. */
    STARTTLS,
    /** From the first byte. */
    TLS,
    NONE;

    /** By its name in the settings. */
    static Optional<Security> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
