package io.countersign.gateway.api.once;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a request, so that its repetitions are recognised.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field</a>
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("\"?([\\x21\\x23-\\x7E]{1,255})\"?");

    /** Reads the header, quoted as the draft wants it or not; empty for anything else. */
    public static Optional<IdempotencyKey> parse(String header) {
        Matcher form = FORM.matcher(header.strip());
        return form.matches() ? Optional.of(new IdempotencyKey(form.group(1))) : Optional.empty();
    }
}
