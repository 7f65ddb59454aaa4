package io.countersign.simulator.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.PageEvents;
import io.countersign.simulator.live.PageEvents.Event;
import io.countersign.simulator.live.Pulse;
import io.countersign.simulator.mail.ArrivedMail;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.mail.Mailboxes;
import io.countersign.simulator.page.Markup;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The mails of an address at {@code /mailbox/{address}}, and at {@code /mailbox/{address}/events}
 * what arrives there, as server-sent events.
 *
 * <ul>
 *   <li>{@code message}: markup of a mail that is new
 *   <li>{@code cleared}: all mails before this event are gone
 * </ul>
 */
@Controller
class MailboxPages {

    /** A mail may show itself and open links in new windows, nothing else. */
    private static final String CONTENT_SECURITY_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                    + " style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'self'";

    private final Mailboxes mails;
    private final Markup markup;
    private final PageEvents stream;
    private final Pulse pulse;

    MailboxPages(Mailboxes mails, Markup markup, PageEvents stream, Pulse pulse) {
        this.mails = mails;
        this.markup = markup;
        this.stream = stream;
        this.pulse = pulse;
    }

    @GetMapping("/mailbox")
    ModelAndView open(@RequestParam String address) {
        return MailAddress.of(address)
                .map(found -> URLEncoder.encode(found.text(), UTF_8))
                .map(found -> new ModelAndView("redirect:/mailbox/" + found))
                .orElseGet(() -> notAnAddress(address));
    }

    @GetMapping("/mailbox/{address}")
    ModelAndView one(@PathVariable String address) {
        return MailAddress.of(address).map(this::page).orElseGet(() -> notAnAddress(address));
    }

    @GetMapping(path = "/mailbox/{address}/{id}/html", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> html(
            @PathVariable String address, @PathVariable String id, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        return ResponseEntity.of(
                mails.find(address(address), id)
                        .map(ArrivedMail::html)
                        .map(html -> "<base target=\"_blank\">" + html));
    }

    @GetMapping("/mailbox/{address}/events")
    void events(
            @PathVariable String address,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        MailAddress mailbox = address(address);
        stream.serve(
                response,
                lastEventId == null ? after : lastEventId,
                revision -> events(mailbox, revision));
    }

    private List<Event> events(MailAddress mailbox, long revision) {
        Changed<ArrivedMail> changed = mails.since(mailbox, revision);
        return Stream.concat(
                        changed.cleared() ? Stream.of(new Event("cleared", "")) : Stream.of(),
                        changed.items().stream()
                                .map(mail -> markup.of("mail", MailEntry.of(mail)))
                                .map(mail -> new Event("message", mail)))
                .toList();
    }

    private ModelAndView page(MailAddress mailbox) {
        long revision = pulse.revision();
        return new ModelAndView("mailbox")
                .addObject("address", mailbox.text())
                .addObject("mails", mails.to(mailbox).stream().map(MailEntry::of).toList())
                .addObject("revision", revision);
    }

    private static MailAddress address(String text) {
        return MailAddress.of(text)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static ModelAndView notAnAddress(String typed) {
        return new ModelAndView("unknown", HttpStatus.BAD_REQUEST)
                .addObject("typed", typed)
                .addObject("wanted", "a mail address")
                .addObject("hint", "Write it in full, such as anna@example.org.");
    }
}
