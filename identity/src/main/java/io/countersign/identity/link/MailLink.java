package io.countersign.identity.link;

import java.net.URI;
import java.time.Instant;

/**
 * A link that was made just now. Does not print.
 *
 * @param url absolute, with the token
 * @param until it opens nothing at or after
 */
public record MailLink(URI url, Instant until) {

    @Override
    public String toString() {
        return "MailLink[••••••]";
    }
}
