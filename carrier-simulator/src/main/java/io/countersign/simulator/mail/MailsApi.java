package io.countersign.simulator.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets tests read mails.
 *
 * <ul>
 *   <li>{@code GET /api/mails} and {@code GET /api/mails?to=anna@example.org}: an array of {@link
 *       ReceivedMail}, oldest first; 400 for something that is no address
 *   <li>{@code DELETE /api/mails}: forgets them all, 204
 * </ul>
 */
@RestController
@RequestMapping("/api/mails")
class MailsApi {

    private final Mailboxes mails;

    MailsApi(Mailboxes mails) {
        this.mails = mails;
    }

    /**
     * A mail as the API shows it.
     *
     * @param to the address it was delivered to
     * @param messageId the header of that name, with its angle brackets; empty without one
     * @param headers all headers by name, such as {@code "Auto-Submitted": ["auto-generated"]}
     */
    record ReceivedMail(
            String id,
            MailAddress to,
            Instant receivedAt,
            String from,
            String subject,
            String messageId,
            Map<String, List<String>> headers,
            @Nullable String text,
            @Nullable String html) {

        static ReceivedMail of(ArrivedMail mail) {
            return new ReceivedMail(
                    mail.id(),
                    mail.to(),
                    mail.receivedAt(),
                    mail.header("From"),
                    mail.header("Subject"),
                    mail.header("Message-ID"),
                    mail.headers().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            ArrivedMail.Header::name,
                                            LinkedHashMap::new,
                                            Collectors.mapping(
                                                    ArrivedMail.Header::value,
                                                    Collectors.toList()))),
                    mail.text(),
                    mail.html());
        }

        @Override
        public String toString() {
            return "ReceivedMail[" + id + "]";
        }
    }

    @GetMapping
    List<ReceivedMail> list(@RequestParam @Nullable String to) {
        List<ArrivedMail> found = to == null ? mails.all() : mails.to(address(to));
        return found.stream().map(ReceivedMail::of).toList();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        mails.clear();
    }

    private static MailAddress address(String text) {
        return MailAddress.of(text)
                .orElseThrow(
                        () ->
                                new ResponseStatusException(
                                        HttpStatus.BAD_REQUEST, "'to' must be a mail address"));
    }
}
