package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.Calls;
import io.countersign.simulator.calls.Order;
import io.countersign.simulator.calls.TelephoneExchange;
import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import io.countersign.simulator.twilio.TwilioAccess;
import io.countersign.simulator.twilio.TwilioError;
import io.countersign.simulator.twilio.TwilioRefusal;
import io.countersign.simulator.twilio.callback.CallbackSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Twilio's Calls resource: create, fetch and hang up.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Call resource</a>
 */
@RestController
@RequestMapping(TwilioAccess.ROOT + "/Accounts/{account}")
class TwilioCallsResource {

    private final Operator operator;
    private final Calls calls;
    private final TelephoneExchange exchange;
    private final RequestLog log;
    private final Rules rules;

    TwilioCallsResource(
            Operator operator,
            Calls calls,
            TelephoneExchange exchange,
            RequestLog log,
            Rules rules) {
        this.operator = operator;
        this.calls = calls;
        this.exchange = exchange;
        this.log = log;
        this.rules = rules;
    }

    /** What the account may do. */
    @Component
    record Rules(
            SimulatedTwilioSettings account,
            SimulatedVoiceSettings voice,
            CallbackSettings callbacks) {}

    @PostMapping(path = "/Calls.json", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Nullable ResponseEntity<Object> create(
            @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request)
            throws InterruptedException {
        CallForm form = new CallForm(fields);
        Optional<TwilioRefusal> fault = form.firstFault(rules.voice(), rules.callbacks());
        if (fault.isPresent()) {
            log.record(form.asked(), fault.get().outcome(), null);
            return fault.get().reply();
        }
        return operator.place(form).to(request);
    }

    @GetMapping("/Calls/{sid}.json")
    ResponseEntity<Object> fetch(@PathVariable String sid, HttpServletRequest request) {
        return calls.withSid(sid).map(this::shown).orElseGet(() -> missing(request));
    }

    /**
     * Hangs up: {@code Status=canceled} a call that is not answered yet, {@code Status=completed}
     * any. What comes too late changes nothing. Redirecting a call is not simulated.
     */
    @PostMapping(path = "/Calls/{sid}.json", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Object> update(
            @PathVariable String sid,
            @RequestParam(name = "Status", required = false) @Nullable String status,
            HttpServletRequest request) {
        Optional<Call> call = calls.withSid(sid);
        if (call.isEmpty()) {
            return missing(request);
        }
        if ("canceled".equals(status)) {
            exchange.give(sid, Order.CANCEL);
        } else if ("completed".equals(status)) {
            exchange.give(sid, Order.COMPLETE);
        } else {
            return TwilioError.CALL_IS_OVER.plain().reply();
        }
        return shown(call.get());
    }

    private ResponseEntity<Object> shown(Call call) {
        return ResponseEntity.ok(CallResource.of(call, rules.account()));
    }

    private static ResponseEntity<Object> missing(HttpServletRequest request) {
        return TwilioError.NOT_FOUND.about(request.getRequestURI()).reply();
    }
}
