package io.countersign.simulator.twilio.messaging;

import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.Faults;
import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.requests.Outcome;
import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.sms.MessageStatus;
import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.sms.TextMessage;
import io.countersign.simulator.sms.TextMessages;
import io.countersign.simulator.twilio.Refusal;
import io.countersign.simulator.twilio.TwilioError;
import io.countersign.simulator.twilio.callback.Deliveries;
import io.countersign.simulator.twilio.callback.StatusPlan;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes messages, or misbehaves: the one place where faults are applied to them. */
@Component
class Carrier {

    /** Longer than any client waits; after it, a hanging request is closed. */
    private static final Duration FOREVER = Duration.ofMinutes(10);

    private final Faults faults;
    private final TextMessages messages;
    private final Deliveries deliveries;
    private final RequestLog log;
    private final RandomGenerator random;

    Carrier(
            Faults faults,
            TextMessages messages,
            Deliveries deliveries,
            RequestLog log,
            RandomGenerator random) {
        this.faults = faults;
        this.messages = messages;
        this.deliveries = deliveries;
        this.log = log;
        this.random = random;
    }

    /** Returns when the answer is due, which under some faults is much later. */
    Answer take(Submission submission, Asked asked) throws InterruptedException {
        Fault fault = faults.strike(submission.to()).orElse(null);
        Request request = new Request(submission, asked, fault == null ? null : fault.kind());
        StatusPlan plan = deliveries.usualPlan(submission);
        return switch (fault) {
            case null -> carry(request, plan);
            case Fault.Slow(int delayMs) -> {
                Thread.sleep(delayMs);
                yield carry(request, plan);
            }
            case Fault.Refuse(int code) -> refuse(request, TwilioError.withCode(code), null);
            case Fault.Unauthorized() -> refuse(request, TwilioError.AUTHENTICATE, null);
            case Fault.TooManyRequests(int seconds) ->
                    refuse(request, TwilioError.TOO_MANY_REQUESTS, seconds);
            case Fault.ServerError() -> refuse(request, TwilioError.INTERNAL_SERVER_ERROR, null);
            case Fault.HangBeforeAccepting() -> {
                record(request, new Outcome.Ignored());
                Thread.sleep(FOREVER);
                yield new Answer.Cut();
            }
            case Fault.HangAfterAccepting(Integer answerAfterMs) when answerAfterMs != null -> {
                Answer late = carry(request, plan);
                Thread.sleep(answerAfterMs);
                yield late;
            }
            case Fault.HangAfterAccepting _ -> {
                carrySilently(request, plan);
                Thread.sleep(FOREVER);
                yield new Answer.Cut();
            }
            case Fault.CutConnection() -> {
                carrySilently(request, plan);
                yield new Answer.Cut();
            }
            case Fault.LostReceipt() -> carry(request, plan.unreported());
            case Fault.Undelivered(int code) -> carry(request, plan.undelivered(code));
            case Fault.ReceiptsOutOfOrder() -> carry(request, plan.reportedBackwards());
            case Fault.DuplicatedReceipts() -> carry(request, plan.reportedTwice());
            case Fault.EarlyReceipt() -> {
                TextMessage message = accept(request, true);
                deliveries.finish(message, plan.atOnce());
                yield new Answer.Created(message);
            }
        };
    }

    private Answer carry(Request request, StatusPlan plan) {
        TextMessage message = accept(request, true);
        deliveries.start(message, plan);
        return new Answer.Created(message);
    }

    private void carrySilently(Request request, StatusPlan plan) {
        deliveries.start(accept(request, false), plan);
    }

    private TextMessage accept(Request request, boolean answered) {
        byte[] identity = new byte[16];
        random.nextBytes(identity);
        String sid = "SM" + HexFormat.of().formatHex(identity);
        MessageStatus status =
                request.submission().messagingServiceSid() == null
                        ? MessageStatus.QUEUED
                        : MessageStatus.ACCEPTED;
        TextMessage message = messages.accept(sid, request.submission(), status);
        record(request, new Outcome.Accepted(sid, answered));
        return message;
    }

    private Answer refuse(Request request, TwilioError error, @Nullable Integer retryAfterSeconds) {
        Refusal refusal = error.about(request.submission().to().e164());
        record(request, new Outcome.Refused(refusal.status(), refusal.code()));
        return new Answer.Refused(refusal, retryAfterSeconds);
    }

    private void record(Request request, Outcome outcome) {
        log.record(request.asked(), outcome, request.fault());
    }

    private record Request(Submission submission, Asked asked, @Nullable String fault) {}
}
