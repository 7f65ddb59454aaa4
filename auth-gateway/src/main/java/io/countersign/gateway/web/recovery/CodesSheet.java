package io.countersign.gateway.web.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * Recovery codes as a person keeps them: with what they are for, so that they can be found again.
 *
 * @param service its name
 * @param account the e-mail address
 * @param made the day on which they were given, in UTC
 * @param codes readable
 */
public record CodesSheet(String service, String account, LocalDate made, List<String> codes) {

    public CodesSheet {
        codes = List.copyOf(codes);
    }

    /** The file's name; has no character that a file system refuses. */
    public String fileName() {
        return "%s recovery codes %s %s.txt"
                .formatted(service, account, made)
                .replaceAll("[^\\p{L}\\p{N}@.+_-]+", "-");
    }

    public String text() {
        return service + "\n" + account + "\n" + made + "\n\n" + String.join("\n", codes) + "\n";
    }

    /** The file itself (RFC 2397). */
    public String address() {
        return "data:text/plain;charset=utf-8," + UriUtils.encode(text(), UTF_8);
    }

    /** It shows secrets. */
    @Override
    public String toString() {
        return "CodesSheet[••••••]";
    }
}
