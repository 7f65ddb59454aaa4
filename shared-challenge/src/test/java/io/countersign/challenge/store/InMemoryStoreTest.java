package io.countersign.challenge.store;

import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.delivery.store.Deliveries;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.time.Instant;

class InMemoryStoreTest extends StoreContract {

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore(clock);

    @Override
    public Challenges challenges() {
        return store;
    }

    @Override
    public Deliveries deliveries() {
        return store;
    }

    @Override
    public Changes changes() {
        return store;
    }

    @Override
    public Instant clock() {
        return clock.instant();
    }

    @Override
    public void awaitClock(Instant instant) {
        clock.advance(Duration.between(clock(), instant));
    }
}
