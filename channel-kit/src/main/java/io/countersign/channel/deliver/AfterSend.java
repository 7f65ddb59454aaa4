package io.countersign.channel.deliver;

import io.countersign.broker.Handling;
import io.countersign.channel.followup.FollowUpSeal;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.report.Reports;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.store.Deliveries;
import java.time.Duration;
import java.util.List;

/**
 * What follows once a try is sent or has ended: the report, then a look at it after the step's
 * patience or, where it failed, the next move at once.
 *
 * <p>The store has the outcome already, so all of this is repeated until it is done, by this worker
 * or, if it dies, by the one that gets the event next; none of it can cause a second send.
 */
public final class AfterSend {

    private static final Duration BROKER_REST = Duration.ofSeconds(1);

    private final Reports reports;
    private final HandOver handOver;
    private final FollowUps followUps;
    private final FollowUpSeal followUpSeal;
    private final Deliveries store;

    public AfterSend(
            Reports reports,
            HandOver handOver,
            FollowUps followUps,
            FollowUpSeal followUpSeal,
            Deliveries store) {
        this.reports = reports;
        this.handOver = handOver;
        this.followUps = followUps;
        this.followUpSeal = followUpSeal;
        this.store = store;
    }

    Handling of(DeliveryTask task, Delivery ended) {
        boolean done = reports.publish(ended) && (!task.goesOn() || arranged(task, ended));
        return done ? Handling.DONE : Handling.again(BROKER_REST);
    }

    /** Keeps what is to be tried again where any worker finds it when it is time. */
    Handling layAside(DeliveryTask task, Duration rest) {
        followUps.schedule(task.delivery(), followUpSeal.seal(task.followUp()), rest);
        return Handling.DONE;
    }

    private boolean arranged(DeliveryTask task, Delivery ended) {
        return switch (NextMove.after(ended, task)) {
            case WAIT -> {
                watch(task, task.content().patience());
                yield true;
            }
            case TRY_AGAIN -> {
                watch(task, Duration.ZERO);
                yield true;
            }
            case HAND_OVER -> handOver.pass(task);
            case NOTHING -> true;
        };
    }

    /** A receipt that came before this was stored could not speed anything up. */
    private void watch(DeliveryTask task, Duration patience) {
        followUps.schedule(task.delivery(), followUpSeal.seal(task.followUp()), patience);
        Delivery now = store.find(List.of(task.delivery())).get(task.delivery());
        if (now instanceof Failed || now instanceof Delivered) {
            followUps.hurry(task.delivery());
        }
    }
}
