package io.countersign.simulator.twilio.messaging;

import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.MessageFault;
import io.countersign.simulator.faults.ReportFault;
import io.countersign.simulator.faults.RequestFault;
import io.countersign.simulator.faults.active.Faults;
import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.sms.AcceptedSms;
import io.countersign.simulator.sms.MessageStatus;
import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.sms.TextMessages;
import io.countersign.simulator.twilio.Sids;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import io.countersign.simulator.twilio.TwilioCounter;
import io.countersign.simulator.twilio.TwilioReply;
import io.countersign.simulator.twilio.callback.SimulatedDeliveries;
import io.countersign.simulator.twilio.callback.StatusPlan;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes messages, or misbehaves: the one place where faults are applied to them. */
@Component
class Carrier {

    private final Faults faults;
    private final TextMessages messages;
    private final SimulatedDeliveries deliveries;
    private final RequestLog log;
    private final Origin origin;
    private final Clock clock;

    Carrier(
            Faults faults,
            TextMessages messages,
            SimulatedDeliveries deliveries,
            RequestLog log,
            Origin origin,
            Clock clock) {
        this.faults = faults;
        this.messages = messages;
        this.deliveries = deliveries;
        this.log = log;
        this.origin = origin;
        this.clock = clock;
    }

    /** Whose messages these are and how they are named. */
    @Component
    record Origin(SimulatedTwilioSettings account, Sids sids) {}

    /** Returns when the answer is due, which under some faults is much later. */
    TwilioReply take(Submission submission, Asked asked) throws InterruptedException {
        MessageFault fault = faults.strikeMessage(submission.to()).orElse(null);
        StatusPlan plan = deliveries.usualPlan(submission);
        Handling handling = new Handling(submission, asked, fault);
        return switch (fault) {
            case null -> handling.take(true);
            case RequestFault common -> handling.meet(common);
            case Fault.Refuse refuse -> handling.refuse(refuse);
            case ReportFault.LostReceipt() -> handling.carry(true, plan.unreported());
            case ReportFault.ReceiptsOutOfOrder() -> handling.carry(true, plan.reportedBackwards());
            case ReportFault.DuplicatedReceipts() -> handling.carry(true, plan.reportedTwice());
            case MessageFault.Undelivered(int code) -> handling.carry(true, plan.undelivered(code));
            case MessageFault.EarlyReceipt() -> handling.finish(plan.atOnce());
        };
    }

    private final class Handling extends TwilioCounter {

        private final Submission submission;

        Handling(Submission submission, Asked asked, @Nullable MessageFault fault) {
            super(log, clock, asked, fault);
            this.submission = submission;
        }

        @Override
        public TwilioReply take(boolean answered) {
            return carry(answered, deliveries.usualPlan(submission));
        }

        TwilioReply carry(boolean answered, StatusPlan plan) {
            AcceptedSms message = accept(answered);
            deliveries.start(message, plan);
            return created(message);
        }

        TwilioReply finish(StatusPlan plan) {
            AcceptedSms message = accept(true);
            deliveries.finish(message, plan);
            return created(message);
        }

        private AcceptedSms accept(boolean answered) {
            String sid = origin.sids().next("SM");
            MessageStatus status =
                    submission.messagingServiceSid() == null
                            ? MessageStatus.QUEUED
                            : MessageStatus.ACCEPTED;
            AcceptedSms message = messages.accept(sid, submission, status);
            accepted(sid, answered);
            return message;
        }

        private TwilioReply created(AcceptedSms message) {
            return new TwilioReply.Created(MessageResource.of(message, origin.account()));
        }
    }
}
