package io.countersign.simulator.twilio;

import io.countersign.simulator.faults.Counter;
import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.RequestFault.Refusing;
import io.countersign.simulator.faults.RequestFault.ServerError;
import io.countersign.simulator.faults.RequestFault.TooManyRequests;
import io.countersign.simulator.faults.RequestFault.TooManyRequestsUntil;
import io.countersign.simulator.faults.RequestFault.Unauthorized;
import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.requests.RequestOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Deals with one request to create something at Twilio, and logs what became of it. */
public abstract class TwilioCounter implements Counter<TwilioReply> {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final RequestLog log;
    private final InstantSource clock;
    private final Asked asked;
    private final @Nullable Fault fault;

    protected TwilioCounter(
            RequestLog log, InstantSource clock, Asked asked, @Nullable Fault fault) {
        this.log = log;
        this.clock = clock;
        this.asked = asked;
        this.fault = fault;
    }

    @Override
    public final TwilioReply refuse(Refusing refusing) {
        return switch (refusing) {
            case Unauthorized() -> refuse(TwilioError.AUTHENTICATE.plain(), null);
            case TooManyRequests(int seconds) ->
                    refuse(TwilioError.TOO_MANY_REQUESTS.plain(), Integer.toString(seconds));
            case TooManyRequestsUntil(int seconds) ->
                    refuse(TwilioError.TOO_MANY_REQUESTS.plain(), date(seconds));
            case ServerError() -> refuse(TwilioError.INTERNAL_SERVER_ERROR.plain(), null);
        };
    }

    /** Answers 400 with a code of Twilio. */
    public final TwilioReply refuse(Fault.Refuse refuse) {
        return refuse(TwilioError.withCode(refuse.code()).about(asked.to()), null);
    }

    /** Answers with what is wrong with the request itself. */
    public final TwilioReply refuse(TwilioRefusal refusal) {
        return refuse(refusal, null);
    }

    @Override
    public final void ignore() {
        record(new RequestOutcome.Ignored());
    }

    @Override
    public final TwilioReply cut() {
        return new TwilioReply.Cut();
    }

    protected final void accepted(String sid, boolean answered) {
        record(new RequestOutcome.Accepted(sid, answered));
    }

    private TwilioReply refuse(TwilioRefusal refusal, @Nullable String retryAfter) {
        record(refusal.outcome());
        return new TwilioReply.Refused(refusal, retryAfter);
    }

    /** An HTTP date (RFC 9110, section 5.6.7), rounded up to a whole second. */
    private String date(int secondsFromNow) {
        Instant until = clock.instant().plusSeconds(secondsFromNow + 1L);
        return HTTP_DATE.format(until.atZone(ZoneOffset.UTC));
    }

    private void record(RequestOutcome outcome) {
        log.record(asked, outcome, fault == null ? null : fault.kind());
    }
}
