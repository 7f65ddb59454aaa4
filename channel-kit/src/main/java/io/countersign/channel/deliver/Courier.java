package io.countersign.channel.deliver;

import io.countersign.broker.Handling;
import io.countersign.challenge.store.StoreUnavailable;
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
 * Carries one task as far as it gets now.
 *
 * <p>When the store does not answer, nothing is sent. When it stops answering during a send, the
 * claim's lease decides: the delivery becomes {@code UNKNOWN} unless a receipt says more.
 */
public final class Courier {

    private final ClaimHandler claims;
    private final SendOnce sendOnce;
    private final AfterSend afterSend;
    private final DeliveryJournal journal;
    private final SendTimes times;

    public Courier(
            ClaimHandler claims,
            SendOnce sendOnce,
            AfterSend afterSend,
            DeliveryJournal journal,
            SendTimes times) {
        this.claims = claims;
        this.sendOnce = sendOnce;
        this.afterSend = afterSend;
        this.journal = journal;
        this.times = times;
    }

    Handling carry(DeliveryTask task, int redelivery) {
        try {
            return switch (claims.take(task)) {
                case Taken.Held(Duration rest) -> Handling.again(rest);
                case Taken.Over(Advance advance) -> over(task, advance);
                case Taken.Granted(Claimed claimed, SendWindow window) ->
                        send(task, claimed, window, redelivery);
            };
        } catch (StoreUnavailable e) {
            return Handling.again(times.backoffAfter(redelivery));
        }
    }

    private Handling send(DeliveryTask task, Claimed claimed, SendWindow window, int redelivery) {
        ProviderAnswer answer = sendOnce.send(task.request(), task.message(window));
        Rest rest = Rest.after(answer.outcome(), redelivery, window.validity(), times);
        Advance advance = claims.settle(claimed, answer, rest.time());
        return switch (advance.after()) {
            case Queued _ when rest.aside() -> afterSend.layAside(task, rest.time());
            case Queued _, Claimed _ -> Handling.again(rest.time());
            case Sent _, Ringing _, Delivered _, Failed _, Unknown _, TooLate _ ->
                    over(task, advance);
        };
    }

    private Handling over(DeliveryTask task, Advance advance) {
        journal.reached(advance);
        return afterSend.of(task, advance.after());
    }
}
