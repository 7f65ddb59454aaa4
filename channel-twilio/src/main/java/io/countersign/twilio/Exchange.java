package io.countersign.twilio;

import io.countersign.channel.send.RetryAfter;
import io.countersign.channel.send.SendWindow;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request to Twilio and what the SDK does not pass on about its answer. */
final class Exchange {

    private final SendWindow window;
    private final RetryAfter header;
    private @Nullable Duration retryAfter;

    Exchange(SendWindow window, RetryAfter header) {
        this.window = window;
        this.header = header;
    }

    SendWindow window() {
        return window;
    }

    /** The wait that the header {@code Retry-After} asked for; null where there was none. */
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    void heed(HttpHeaders headers) {
        retryAfter = headers.firstValue("Retry-After").flatMap(header::read).orElse(null);
    }
}
