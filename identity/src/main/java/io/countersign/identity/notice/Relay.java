package io.countersign.identity.notice;

import io.countersign.broker.PublishOutcome;
import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.id.DeliveryId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Requests the delivery of notices that are due, again and again until they have ended; any number
 * of instances may do it at once.
 *
 * <p>A round that a worker may still carry out is requested again as it is: the claim makes that
 * harmless. A round that ended without telling whether the mail went out, or that the store has
 * lost, is followed by a new one under the same notice id, from which the worker derives the
 * Message-ID.
 */
@Component
class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** Leaves room for the other scheduled tasks of this thread. */
    private static final int AT_ONCE = 200;

    private final OutboxRows rows;
    private final Deliveries deliveries;
    private final NoticeRequests requests;

    Relay(OutboxRows rows, Deliveries deliveries, NoticeRequests requests) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.requests = requests;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void requestDue() {
        try {
            int left = AT_ONCE;
            while (left > 0 && requestOne()) {
                left--;
            }
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.warn("Cannot look for notices now: {}", e.getClass().getSimpleName());
        }
    }

    /** False when there is none, or nothing can be requested now. */
    boolean requestOne() {
        Optional<OutboxRow> due = rows.takeDue();
        if (due.isEmpty()) {
            return false;
        }
        try {
            return request(due.get());
        } catch (StoreUnavailable e) {
            rows.putBack(due.get().id());
            return false;
        }
    }

    private boolean request(OutboxRow row) {
        return switch (nextFor(row)) {
            case NOTHING -> {
                rows.sent(row.id());
                yield true;
            }
            case SAME_ROUND -> publish(row);
            case NEXT_ROUND -> rows.beginRound(row).map(this::queueAndPublish).orElse(true);
        };
    }

    private NextStep nextFor(OutboxRow row) {
        if (row.round() == 0) {
            return NextStep.NEXT_ROUND;
        }
        DeliveryId latest = row.delivery();
        return NextStep.after(Optional.ofNullable(deliveries.find(List.of(latest)).get(latest)));
    }

    private boolean queueAndPublish(OutboxRow row) {
        deliveries.queue(new Queued(new Head(row.delivery(), Channel.EMAIL, row.deadline())));
        return publish(row);
    }

    private boolean publish(OutboxRow row) {
        if (requests.publish(row) instanceof PublishOutcome.NotPublished) {
            rows.putBack(row.id());
            return false;
        }
        return true;
    }
}
