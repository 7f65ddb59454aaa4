package io.countersign.channel.deliver;

import io.countersign.broker.Handling;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.followup.SlipSeal;
import io.countersign.channel.report.Reports;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import java.time.Duration;
import java.util.List;

/**
 * What follows once a try is sent or has ended: the report, then a look at it after the step's
 * patience, or at once what comes next where it failed.
 *
 * <p>The store has the outcome already, so all of it is repeated until it is done, by this worker
 * or by whichever gets the event after it died; nothing of it can cause a second send.
 */
public final class Aftermath {

    private static final Duration BROKER_REST = Duration.ofSeconds(1);

    private final Reports reports;
    private final HandOver handOver;
    private final FollowUps followUps;
    private final SlipSeal slips;
    private final Deliveries store;

    public Aftermath(
            Reports reports,
            HandOver handOver,
            FollowUps followUps,
            SlipSeal slips,
            Deliveries store) {
        this.reports = reports;
        this.handOver = handOver;
        this.followUps = followUps;
        this.slips = slips;
        this.store = store;
    }

    Handling of(Errand errand, Delivery ended) {
        boolean done = reports.publish(ended) && (!errand.goesOn() || arranged(errand, ended));
        return done ? Handling.DONE : Handling.again(BROKER_REST);
    }

    /** Keeps what is to be tried again where any worker finds it when it is time. */
    Handling layAside(Errand errand, Duration rest) {
        followUps.schedule(errand.delivery(), slips.seal(errand.slip()), rest);
        return Handling.DONE;
    }

    private boolean arranged(Errand errand, Delivery ended) {
        return switch (NextMove.after(ended, errand)) {
            case WAIT -> {
                watch(errand, errand.content().patience());
                yield true;
            }
            case TRY_AGAIN -> {
                watch(errand, Duration.ZERO);
                yield true;
            }
            case HAND_OVER -> handOver.pass(errand);
            case NOTHING -> true;
        };
    }

    /** A receipt that came before this was written down could hurry nothing yet. */
    private void watch(Errand errand, Duration patience) {
        followUps.schedule(errand.delivery(), slips.seal(errand.slip()), patience);
        Delivery now = store.find(List.of(errand.delivery())).get(errand.delivery());
        if (now instanceof Failed || now instanceof Delivered) {
            followUps.hurry(errand.delivery());
        }
    }
}
