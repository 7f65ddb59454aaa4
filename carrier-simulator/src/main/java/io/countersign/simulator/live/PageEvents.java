package io.countersign.simulator.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Server-sent events of what changes on a page. The id of an event is the revision that it leads
 * to, so that a stream can go on where an earlier one broke off. Each stream occupies one virtual
 * thread, which waits for changes.
 */
@Component
public class PageEvents {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Pulse pulse;

    PageEvents(Pulse pulse) {
        this.pulse = pulse;
    }

    /** One event. */
    public record Event(String name, String data) {

        private String frame(long id) {
            String lines =
                    data.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
            return "event: "
                    + name
                    + "\nid: "
                    + id
                    + "\n"
                    + (lines.isEmpty() ? "data:\n" : lines)
                    + "\n";
        }
    }

    /** Knows what there is to tell after a revision. */
    public interface Source {
        List<Event> since(long revision);
    }

    /** Returns when no one listens any more. */
    public void serve(HttpServletResponse response, long after, Source source)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OutputStream out = response.getOutputStream();
        send(out, "retry: 1000\n\n");
        long seen = after;
        long lastSent = System.nanoTime();
        boolean heard = true;
        while (heard) {
            long now = pulse.revision();
            String frames = frames(source.since(seen), now);
            seen = now;
            boolean due = System.nanoTime() - lastSent > HEARTBEAT.toNanos();
            if (!frames.isEmpty() || due) {
                heard = send(out, frames.isEmpty() ? ": still here\n\n" : frames);
                lastSent = System.nanoTime();
            }
            pulse.awaitBeyond(seen, HEARTBEAT);
        }
    }

    private static String frames(List<Event> events, long revision) {
        return events.stream().map(event -> event.frame(revision)).collect(Collectors.joining());
    }

    /** Returns whether anyone still listens. */
    private static boolean send(OutputStream out, String frames) {
        try {
            out.write(frames.getBytes(UTF_8));
            out.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
