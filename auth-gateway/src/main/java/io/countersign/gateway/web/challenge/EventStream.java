package io.countersign.gateway.web.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to one browser, on the thread of its request. The response stays untouched until the first
 * of them, so that it can still become a failure's.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventStream {

    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final HttpServletResponse response;
    private final JsonMapper json;
    private boolean begun;

    EventStream(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    static void describe(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        // Asks reverse proxies such as nginx to pass on each event at once.
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** False when nobody listens any more. */
    boolean event(Object data) {
        return write("data: " + json.writeValueAsString(data));
    }

    /** Finds out whether anyone still listens; false when not. */
    boolean heartbeat() {
        return write(":");
    }

    private boolean write(String lines) {
        try {
            OutputStream out = begun ? response.getOutputStream() : begin();
            out.write((lines + "\n\n").getBytes(UTF_8));
            out.flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private OutputStream begin() throws IOException {
        begun = true;
        describe(response);
        OutputStream out = response.getOutputStream();
        out.write(("retry: " + RECONNECT.toMillis() + "\n\n").getBytes(UTF_8));
        return out;
    }
}
