package io.countersign.channel.deliver;

import io.countersign.broker.Handling;
import io.countersign.challenge.StoreUnavailable;
import io.countersign.channel.report.Advance;
import io.countersign.channel.report.DeliveryJournal;
import io.countersign.channel.send.ProviderAnswer;
import io.countersign.channel.send.SendWindow;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Ringing;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import java.time.Duration;

/**
 * Carries one errand as far as it gets now.
 *
 * <p>When the store does not answer, nothing is sent. When it stops answering during a send, the
 * claim's lease decides: the delivery becomes {@code UNKNOWN} unless a receipt says more.
 */
public final class Courier {

    private final ClaimDesk desk;
    private final SendOnce sendOnce;
    private final Aftermath aftermath;
    private final DeliveryJournal journal;
    private final SendTimes times;

    public Courier(
            ClaimDesk desk,
            SendOnce sendOnce,
            Aftermath aftermath,
            DeliveryJournal journal,
            SendTimes times) {
        this.desk = desk;
        this.sendOnce = sendOnce;
        this.aftermath = aftermath;
        this.journal = journal;
        this.times = times;
    }

    Handling carry(Errand errand, int redelivery) {
        try {
            return switch (desk.take(errand)) {
                case Taken.Held(Duration rest) -> Handling.again(rest);
                case Taken.Over(Advance advance) -> over(errand, advance);
                case Taken.Granted(Claimed claimed, SendWindow window) ->
                        send(errand, claimed, window, redelivery);
            };
        } catch (StoreUnavailable e) {
            return Handling.again(times.backoffAfter(redelivery));
        }
    }

    private Handling send(Errand errand, Claimed claimed, SendWindow window, int redelivery) {
        ProviderAnswer answer = sendOnce.send(errand.request(), errand.message(window));
        Rest rest = Rest.after(answer.outcome(), redelivery, window.validity(), times);
        Advance advance = desk.settle(claimed, answer, rest.time());
        return switch (advance.after()) {
            case Queued _ when rest.aside() -> aftermath.layAside(errand, rest.time());
            case Queued _, Claimed _ -> Handling.again(rest.time());
            case Sent _, Ringing _, Delivered _, Failed _, Unknown _, TooLate _ ->
                    over(errand, advance);
        };
    }

    private Handling over(Errand errand, Advance advance) {
        journal.reached(advance);
        return aftermath.of(errand, advance.after());
    }
}
