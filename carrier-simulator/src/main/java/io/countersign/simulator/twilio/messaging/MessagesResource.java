package io.countersign.simulator.twilio.messaging;

import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.sms.TextMessages;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import io.countersign.simulator.twilio.TwilioAccess;
import io.countersign.simulator.twilio.TwilioError;
import io.countersign.simulator.twilio.TwilioRefusal;
import io.countersign.simulator.twilio.callback.CallbackSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Twilio's Messages resource: create, fetch and list.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Messages resource</a>
 */
@RestController
@RequestMapping(TwilioAccess.ROOT)
class MessagesResource {

    private final Carrier carrier;
    private final TextMessages messages;
    private final RequestLog log;
    private final SimulatedTwilioSettings account;
    private final CallbackSettings callbacks;

    MessagesResource(
            Carrier carrier,
            TextMessages messages,
            RequestLog log,
            SimulatedTwilioSettings account,
            CallbackSettings callbacks) {
        this.carrier = carrier;
        this.messages = messages;
        this.log = log;
        this.account = account;
        this.callbacks = callbacks;
    }

    @PostMapping(
            path = "/Accounts/{account}/Messages.json",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Nullable ResponseEntity<Object> create(
            @RequestParam Map<String, String> fields, HttpServletRequest request)
            throws InterruptedException {
        SubmissionForm form = new SubmissionForm(fields);
        Optional<TwilioRefusal> fault = form.firstFault(callbacks);
        if (fault.isPresent()) {
            log.record(form.asked(), fault.get().outcome(), null);
            return fault.get().reply();
        }
        return carrier.take(form.submission(), form.asked()).to(request);
    }

    @GetMapping("/Accounts/{account}/Messages/{sid}.json")
    ResponseEntity<Object> fetch(@PathVariable String sid, HttpServletRequest request) {
        return messages.withSid(sid)
                .map(message -> ResponseEntity.<Object>ok(MessageResource.of(message, account)))
                .orElseGet(() -> missing(request));
    }

    @GetMapping("/Accounts/{account}/Messages.json")
    MessagePage list(
            @RequestParam(name = "To", required = false) @Nullable String to,
            @RequestParam(name = "From", required = false) @Nullable String from,
            @RequestParam(name = "Page", defaultValue = "0") int page,
            @RequestParam(name = "PageSize", defaultValue = "50") int pageSize,
            HttpServletRequest request) {
        int size = Math.clamp(pageSize, 1, 1000);
        List<MessageResource> found =
                messages.all().reversed().stream()
                        .filter(message -> to == null || to.equals(message.to().e164()))
                        .filter(message -> from == null || from.equals(message.submission().from()))
                        .map(message -> MessageResource.of(message, account))
                        .toList();
        UriComponentsBuilder uri =
                UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .replaceQueryParam("PageSize", size);
        return MessagePage.of(
                found,
                Math.max(page, 0),
                size,
                number -> uri.replaceQueryParam("Page", number).build(true).toUriString());
    }

    @RequestMapping("/**")
    ResponseEntity<Object> missing(HttpServletRequest request) {
        return TwilioError.NOT_FOUND.about(request.getRequestURI()).reply();
    }
}
