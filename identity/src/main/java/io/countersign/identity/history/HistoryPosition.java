package io.countersign.identity.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.identity.attempt.AttemptId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The entry after which a page of the history begins. */
record HistoryPosition(Instant at, AttemptId id) {

    /** Opaque to the client that carries it from page to page. */
    String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "/" + id).getBytes(UTF_8));
    }

    /** Empty for a value that no page has given out. */
    static Optional<HistoryPosition> parse(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split("/", 2);
            return parts.length == 2
                    ? Optional.of(
                            new HistoryPosition(Instant.parse(parts[0]), AttemptId.of(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
