package io.countersign.channel.receipt;

import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.report.Advance;
import io.countersign.channel.report.DeliveryJournal;
import io.countersign.channel.report.Reports;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Receipt;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.events.id.DeliveryId;
import java.util.Optional;

/**
 * Merges providers' receipts into deliveries. Receipts that come early, late, repeated or out of
 * order lead to the same state.
 */
public final class ReceiptInbox {

    private final Deliveries store;
    private final Reports reports;
    private final DeliveryJournal journal;
    private final FollowUps followUps;

    public ReceiptInbox(
            Deliveries store, Reports reports, DeliveryJournal journal, FollowUps followUps) {
        this.store = store;
        this.reports = reports;
        this.journal = journal;
        this.followUps = followUps;
    }

    /**
     * Merges an authentic receipt. A receipt that ends a delivery is reported each time it is
     * received, because a provider that was asked to repeat itself says the same again.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public ReceiptOutcome receive(DeliveryId id, Receipt receipt) {
        Optional<Advance> advance =
                store.update(
                        id,
                        (current, _) -> {
                            Delivery next = current.receive(receipt);
                            return new DeliveryChange<>(next, new Advance(current, next));
                        });
        return advance.map(this::report).orElse(ReceiptOutcome.NOTHING_NEW);
    }

    private ReceiptOutcome report(Advance advance) {
        journal.reached(advance);
        if (advance.after() instanceof Failed) {
            followUps.hurry(advance.after().head().id());
        }
        if (!advance.happened() && !advance.after().progress().terminal()) {
            return ReceiptOutcome.NOTHING_NEW;
        }
        return reports.publish(advance.after())
                ? ReceiptOutcome.MERGED
                : ReceiptOutcome.NOT_REPORTED;
    }
}
