package io.countersign.simulator.handset;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.Calls;
import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.PageEvents;
import io.countersign.simulator.live.PageEvents.Event;
import io.countersign.simulator.page.Markup;
import io.countersign.simulator.sms.AcceptedSms;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.sms.TextMessages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
 *   <li>{@code call}: the same of a call
 *   <li>{@code cleared}, {@code calls-cleared}: all messages or calls before this event are gone
 * </ul>
 *
 * <p>The id of an event is the number's revision. The stream goes on after the {@code
 * Last-Event-ID} or, in a first request, after the parameter {@code after}.
 */
@Controller
class HandsetEvents {

    private final TextMessages messages;
    private final Calls calls;
    private final Markup markup;
    private final PageEvents stream;

    HandsetEvents(TextMessages messages, Calls calls, Markup markup, PageEvents stream) {
        this.messages = messages;
        this.calls = calls;
        this.markup = markup;
        this.stream = stream;
    }

    @GetMapping("/handset/{number}/events")
    void stream(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        PhoneNumber handset = PhoneNumber.lenient(number).orElseThrow(HandsetEvents::notANumber);
        stream.serve(
                response,
                lastEventId == null ? after : lastEventId,
                revision -> events(handset, revision));
    }

    private List<Event> events(PhoneNumber number, long revision) {
        Changed<AcceptedSms> texts = messages.since(number, revision);
        Changed<Call> rung = calls.since(number, revision);
        return Stream.of(
                        cleared(texts, "cleared"),
                        cleared(rung, "calls-cleared"),
                        texts.items().stream()
                                .map(text -> markup.of("bubble", Bubble.of(text)))
                                .map(text -> new Event("message", text)),
                        rung.items().stream()
                                .filter(CallEntry::noticed)
                                .map(call -> markup.of("call", CallEntry.of(call)))
                                .map(call -> new Event("call", call)))
                .flatMap(events -> events)
                .toList();
    }

    private static Stream<Event> cleared(Changed<?> changed, String name) {
        return changed.cleared() ? Stream.of(new Event(name, "")) : Stream.of();
    }

    private static ResponseStatusException notANumber() {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "the handset must be named by its phone number");
    }
}
