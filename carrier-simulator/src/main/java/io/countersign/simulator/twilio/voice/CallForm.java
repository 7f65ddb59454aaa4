package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.CallEvent;
import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.twilio.TwilioError;
import io.countersign.simulator.twilio.TwilioRefusal;
import io.countersign.simulator.twilio.callback.CallbackSettings;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of a request to place a call. Reads those fields that matter to a call to a phone, and
 * finds the same faults with them as Twilio.
 */
record CallForm(MultiValueMap<String, String> fields) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,3}");

    Asked asked() {
        String instructions = field("Twiml") == null ? field("Url") : field("Twiml");
        return new Asked(
                "Calls", field("To"), field("From"), instructions, field("StatusCallback"));
    }

    /** The first thing wrong with it, if any. */
    Optional<TwilioRefusal> firstFault(SimulatedVoiceSettings voice, CallbackSettings callbacks) {
        return Stream.<Supplier<Optional<TwilioRefusal>>>of(
                        this::faultOfTo,
                        () -> faultOfFrom(voice),
                        () -> MagicCallNumbers.fault(field("To"), field("From")),
                        () -> faultOfInstructions(callbacks),
                        () -> faultOfCallback(callbacks))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Only for a form without fault. */
    PhoneNumber to() {
        return new PhoneNumber(String.valueOf(field("To")));
    }

    /** Only for a form without fault. */
    PhoneNumber from() {
        return new PhoneNumber(String.valueOf(field("From")));
    }

    Duration patience() {
        String timeout = field("Timeout");
        return timeout != null && SECONDS.matcher(timeout).matches()
                ? Duration.ofSeconds(Long.parseLong(timeout))
                : PATIENCE;
    }

    /** Only for a form without fault. */
    Instructions instructions() {
        String twiml = field("Twiml");
        return twiml != null
                ? new Instructions.Document(twiml)
                : new Instructions.Address(
                        URI.create(String.valueOf(field("Url"))), isGet("Method"));
    }

    /** Where to report what; empty for nowhere. Only for a form without fault. */
    Optional<CallReports> reports() {
        return Optional.ofNullable(field("StatusCallback"))
                .map(
                        url ->
                                new CallReports(
                                        URI.create(url), isGet("StatusCallbackMethod"), events()));
    }

    private Set<CallEvent> events() {
        Set<CallEvent> events = EnumSet.noneOf(CallEvent.class);
        for (String value : fields.getOrDefault("StatusCallbackEvent", List.of())) {
            List<String> names = List.of(value.split(" ", -1));
            Stream.of(CallEvent.values())
                    .filter(event -> names.contains(event.wireName()))
                    .forEach(events::add);
        }
        return events.isEmpty() ? EnumSet.of(CallEvent.COMPLETED) : events;
    }

    private boolean isGet(String method) {
        return "GET".equals(field(method));
    }

    private Optional<TwilioRefusal> faultOfTo() {
        String to = field("To");
        if (to == null) {
            return Optional.of(TwilioError.CALLEE_REQUIRED.plain());
        }
        return refuseIf(PhoneNumber.strict(to).isEmpty(), TwilioError.INVALID_TO, to);
    }

    private Optional<TwilioRefusal> faultOfFrom(SimulatedVoiceSettings voice) {
        String from = field("From");
        if (from == null) {
            return Optional.of(TwilioError.CALLER_REQUIRED.plain());
        }
        Optional<PhoneNumber> number = PhoneNumber.strict(from);
        return number.isEmpty()
                ? Optional.of(TwilioError.INVALID_FROM.about(from))
                : refuseIf(!voice.mayShow(number.get()), TwilioError.CALLER_NOT_VERIFIED, from);
    }

    private Optional<TwilioRefusal> faultOfInstructions(CallbackSettings callbacks) {
        String url = field("Url");
        return refuseIf(
                field("Twiml") == null && !allowed(url, callbacks),
                TwilioError.INVALID_URL,
                url == null ? "" : url);
    }

    private Optional<TwilioRefusal> faultOfCallback(CallbackSettings callbacks) {
        String url = field("StatusCallback");
        return refuseIf(
                url != null && !allowed(url, callbacks),
                TwilioError.INVALID_STATUS_CALLBACK,
                String.valueOf(url));
    }

    private static boolean allowed(@Nullable String url, CallbackSettings callbacks) {
        try {
            return url != null && callbacks.allow(URI.create(url));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<TwilioRefusal> refuseIf(
            boolean faulty, TwilioError error, String culprit) {
        return faulty ? Optional.of(error.about(culprit)) : Optional.empty();
    }

    private @Nullable String field(String name) {
        String value = fields.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }

    @Override
    public String toString() {
        return "CallForm" + fields.keySet();
    }
}
