package io.countersign.channel.deliver;

import io.countersign.broker.Handling;
import io.countersign.channel.report.Reports;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.events.FailureReason;
import java.time.Duration;

/**
 * What follows once a delivery is sent or has ended: the report, then the next step where it
 * failed.
 *
 * <p>The store has the outcome already, so both are repeated until the broker confirms them, by
 * this worker or by whichever gets the event after it died; neither can cause a second send. A
 * delivery that may have arrived ({@code UNKNOWN}) hands nothing over.
 */
public final class Aftermath {

    private static final Duration BROKER_REST = Duration.ofSeconds(1);

    private final Reports reports;
    private final HandOver handOver;

    public Aftermath(Reports reports, HandOver handOver) {
        this.reports = reports;
        this.handOver = handOver;
    }

    Handling of(Errand errand, Delivery ended) {
        boolean done = reports.publish(ended) && (!goesOn(errand, ended) || handOver.pass(errand));
        return done ? Handling.DONE : Handling.again(BROKER_REST);
    }

    private static boolean goesOn(Errand errand, Delivery ended) {
        return errand.request().hasNextStep()
                && ended instanceof Failed failed
                && callsForNextStep(failed.reason());
    }

    private static boolean callsForNextStep(FailureReason reason) {
        return switch (reason) {
            case DESTINATION_INVALID,
                    BLOCKED_BY_RECIPIENT,
                    REGION_NOT_SERVED,
                    PROVIDER_UNAVAILABLE,
                    LINE_BUSY,
                    NOT_DELIVERED ->
                    true;
            // The gateway has told the person that nothing comes.
            case NOT_PUBLISHED, NOT_AUTHENTIC -> false;
        };
    }
}
