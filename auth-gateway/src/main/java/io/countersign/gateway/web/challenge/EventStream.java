package io.countersign.gateway.web.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to one browser, on the thread of its request.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventStream {

    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final OutputStream out;
    private final JsonMapper json;

    private EventStream(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    static EventStream open(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        // Asks reverse proxies such as nginx to pass on each event at once.
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        // Not flushed: until the first event is there, the answer can still become a failure.
        out.write(("retry: " + RECONNECT.toMillis() + "\n\n").getBytes(UTF_8));
        return new EventStream(out, json);
    }

    /** False when nobody listens any more. */
    boolean event(Object data) {
        return write("data: " + json.writeValueAsString(data));
    }

    /** Finds out whether somebody still listens; false when not. */
    boolean heartbeat() {
        return write(":");
    }

    private boolean write(String lines) {
        try {
            out.write((lines + "\n\n").getBytes(UTF_8));
            out.flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
