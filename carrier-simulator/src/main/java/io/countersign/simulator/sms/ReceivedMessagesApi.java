package io.countersign.simulator.sms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets tests read what phones received.
 *
 * <ul>
 *   <li>{@code GET /api/messages} and {@code GET /api/messages?to=+12015550123}: an array of {@link
 *       ReceivedMessage}, oldest first; 400 for something that is no phone number
 *   <li>{@code DELETE /api/messages}: forgets them all, 204
 * </ul>
 */
@RestController
@RequestMapping("/api/messages")
class ReceivedMessagesApi {

    private final TextMessages messages;

    ReceivedMessagesApi(TextMessages messages) {
        this.messages = messages;
    }

    @GetMapping
    List<ReceivedMessage> list(@RequestParam @Nullable String to) {
        List<AcceptedSms> found = to == null ? messages.all() : messages.to(RequestedNumber.of(to));
        return found.stream().map(ReceivedMessage::of).toList();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        messages.clear();
    }
}
