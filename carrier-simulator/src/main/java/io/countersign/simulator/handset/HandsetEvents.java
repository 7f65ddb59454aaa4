package io.countersign.simulator.handset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.sms.Changes;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.sms.TextMessage;
import io.countersign.simulator.sms.TextMessages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code GET /handset/{number}/events}: server-sent events of what changes at a number.
 *
 * <ul>
 *   <li>{@code message}: markup of a message that is new or has changed; its element's id is the
 *       message's sid
 *   <li>{@code cleared}: all messages before this event are gone
 * </ul>
 *
 * <p>The id of an event is the number's revision. The stream goes on after the {@code
 * Last-Event-ID} or, in a first request, after the parameter {@code after}. It occupies one virtual
 * thread, which waits for changes.
 */
@Controller
class HandsetEvents {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final TextMessages messages;
    private final BubbleMarkup markup;

    HandsetEvents(TextMessages messages, BubbleMarkup markup) {
        this.messages = messages;
        this.markup = markup;
    }

    @GetMapping("/handset/{number}/events")
    void stream(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        PhoneNumber handset = PhoneNumber.lenient(number).orElseThrow(HandsetEvents::notANumber);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OutputStream out = response.getOutputStream();
        send(out, "retry: 1000\n\n");
        Changes changes = messages.since(handset, lastEventId == null ? after : lastEventId);
        while (send(out, frames(changes))) {
            changes = messages.awaitSince(handset, changes.revision(), HEARTBEAT);
        }
    }

    private static ResponseStatusException notANumber() {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "the handset must be named by its phone number");
    }

    private String frames(Changes changes) {
        if (changes.none()) {
            return ": still here\n\n";
        }
        String cleared = changes.cleared() ? frame("cleared", changes.revision(), "") : "";
        return cleared
                + changes.messages().stream()
                        .map(message -> frame(changes.revision(), message))
                        .collect(Collectors.joining());
    }

    private String frame(long revision, TextMessage message) {
        return frame("message", revision, markup.of(message));
    }

    private static String frame(String event, long id, String data) {
        String lines =
                data.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
        return "event: "
                + event
                + "\nid: "
                + id
                + "\n"
                + (lines.isEmpty() ? "data:\n" : lines)
                + "\n";
    }

    /** Returns whether somebody still listens. */
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
