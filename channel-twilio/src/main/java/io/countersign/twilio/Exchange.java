package io.countersign.twilio;

import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request to Twilio and what the SDK does not pass on about its answer. */
final class Exchange {

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Duration timeout;
    private @Nullable Duration retryAfter;

    Exchange(Duration timeout) {
        this.timeout = timeout;
    }

    Duration timeout() {
        return timeout;
    }

    /** What the header {@code Retry-After} asked for in seconds, up to 5 min; null without it. */
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    void heed(HttpHeaders headers) {
        retryAfter =
                headers.firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,9}"))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                        .map(asked -> asked.compareTo(LONGEST_REST) < 0 ? asked : LONGEST_REST)
                        .orElse(null);
    }
}
