package io.countersign.simulator.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has arrived. Prints nothing of it.
 *
 * @param to the address it was delivered to, whatever its headers say
 * @param headers in the order in which they came, decoded
 * @param text the plain part, null without one
 * @param html the HTML part, null without one
 */
public record ArrivedMail(
        String id,
        MailAddress to,
        Instant receivedAt,
        List<Header> headers,
        @Nullable String text,
        @Nullable String html) {

    /** One header. */
    public record Header(String name, String value) {}

    /** The first header with this name; empty without one. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "ArrivedMail[" + id + "]";
    }
}
