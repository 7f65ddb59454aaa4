package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.Dialling;
import io.countersign.simulator.calls.Fate;
import io.countersign.simulator.calls.TelephoneExchange;
import io.countersign.simulator.faults.CallFault;
import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.ReportFault;
import io.countersign.simulator.faults.RequestFault;
import io.countersign.simulator.faults.active.Faults;
import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.twilio.Sids;
import io.countersign.simulator.twilio.TwilioCounter;
import io.countersign.simulator.twilio.TwilioReply;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places calls, or misbehaves: the one place where faults are applied to them. */
@Component
class Operator {

    private final Faults faults;
    private final TelephoneExchange exchange;
    private final RequestLog log;
    private final Sids sids;
    private final Customer.Post post;
    private final Clock clock;

    Operator(
            Faults faults,
            TelephoneExchange exchange,
            RequestLog log,
            Sids sids,
            Customer.Post post,
            Clock clock) {
        this.faults = faults;
        this.exchange = exchange;
        this.log = log;
        this.sids = sids;
        this.post = post;
        this.clock = clock;
    }

    /** Returns when the answer is due, which under some faults is much later. */
    TwilioReply place(CallForm form) throws InterruptedException {
        CallFault fault = faults.strikeCall(form.to()).orElse(null);
        Handling handling = new Handling(form, fault);
        return switch (fault) {
            case null -> handling.take(true);
            case RequestFault common -> handling.meet(common);
            case Fault.Refuse refuse -> handling.refuse(refuse);
            case ReportFault report -> handling.dial(style(report));
            case CallFault.NoAnswer() -> handling.dial(Fate.NO_ANSWER);
            case CallFault.Busy() -> handling.dial(Fate.BUSY);
            case CallFault.Rejected() -> handling.dial(Fate.REJECTED);
            case CallFault.Failed() -> handling.dial(Fate.FAILED);
            case CallFault.NeverRings() -> handling.dial(Fate.NEVER_RINGS);
            case CallFault.WrongCallerId(PhoneNumber shown) ->
                    handling.dial(true, shown, Fate.USUAL, ReportStyle.USUAL);
        };
    }

    private static ReportStyle style(ReportFault fault) {
        return switch (fault) {
            case ReportFault.LostReceipt() -> ReportStyle.LOST;
            case ReportFault.ReceiptsOutOfOrder() -> ReportStyle.BACKWARDS;
            case ReportFault.DuplicatedReceipts() -> ReportStyle.TWICE;
        };
    }

    private final class Handling extends TwilioCounter {

        private final CallForm form;

        Handling(CallForm form, @Nullable CallFault fault) {
            super(log, clock, form.asked(), fault);
            this.form = form;
        }

        @Override
        public TwilioReply take(boolean answered) {
            return dial(answered, form.from(), Fate.USUAL, ReportStyle.USUAL);
        }

        TwilioReply dial(Fate fate) {
            return dial(true, form.from(), fate, ReportStyle.USUAL);
        }

        TwilioReply dial(ReportStyle style) {
            return dial(true, form.from(), Fate.USUAL, style);
        }

        TwilioReply dial(
                boolean answered, @Nullable PhoneNumber shown, Fate fate, ReportStyle style) {
            String sid = sids.next("CA");
            accepted(sid, answered);
            Call call =
                    exchange.dial(
                            sid,
                            new Dialling(form.to(), form.from(), shown, form.patience()),
                            fate,
                            new Customer(form.instructions(), form.reports(), style, post));
            return new TwilioReply.Created(CallResource.of(call, post.account()));
        }
    }
}
