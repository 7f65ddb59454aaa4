package io.countersign.gateway.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A problem with one request, in the form of RFC 9457.
 *
 * @param more further values that a client can use, by name
 */
public record Problem(ProblemType type, Map<String, Object> more) {

    /** When the same request may succeed; also sets {@code Retry-After}. */
    private static final String RETRY_AT = "retryAt";

    /** The same in seconds. */
    private static final String RETRY_AFTER = "retryAfter";

    public Problem {
        more = Map.copyOf(more);
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, Map.of());
    }

    public Problem with(String name, Object value) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put(name, value);
        return new Problem(type, all);
    }

    public Problem retryAt(Instant at) {
        return with(RETRY_AT, at);
    }

    /** When the same request may succeed, in seconds from now. */
    public Problem retryAfter(int seconds) {
        return with(RETRY_AFTER, seconds);
    }

    public ProblemDetail detail() {
        ProblemDetail detail = ProblemDetail.forStatus(type.status());
        detail.setType(type.uri());
        detail.setTitle(type.title());
        more.forEach(detail::setProperty);
        return detail;
    }

    public ResponseEntity<Object> answer() {
        HttpHeaders headers = new HttpHeaders();
        if (more.get(RETRY_AT) instanceof Instant at) {
            headers.setZonedDateTime(HttpHeaders.RETRY_AFTER, at.atZone(ZoneOffset.UTC));
        }
        if (more.get(RETRY_AFTER) instanceof Integer seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return new ResponseEntity<>(detail(), headers, HttpStatusCode.valueOf(type.status()));
    }
}
