package io.countersign.channel.kit;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.events.id.DeliveryId;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A store that is out of reach whenever it is told to be. */
public final class FailingStore implements Deliveries {

    private final Deliveries store;
    private volatile boolean down;

    public FailingStore(Deliveries store) {
        this.store = store;
    }

    public void goDown() {
        down = true;
    }

    public void comeUp() {
        down = false;
    }

    @Override
    public void queue(Queued delivery) {
        reached().queue(delivery);
    }

    @Override
    public Map<DeliveryId, Delivery> find(Collection<DeliveryId> ids) {
        return reached().find(ids);
    }

    @Override
    public <R> Optional<R> update(DeliveryId id, DeliveryTransition<R> transition) {
        return reached().update(id, transition);
    }

    private Deliveries reached() {
        if (down) {
            throw new StoreUnavailable(new IOException("down"));
        }
        return store;
    }
}
