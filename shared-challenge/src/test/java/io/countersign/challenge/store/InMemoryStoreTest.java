package io.countersign.challenge.store;

import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.time.Instant;

class InMemoryStoreTest extends StoreContract {

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore inMemory = new InMemoryStore(clock);
    private final TestStore store = TestStore.of(inMemory, clock);

    @Override
    public TestStore store() {
        return store;
    }

    @Override
    public Changes changes() {
        return inMemory;
    }

    @Override
    public void awaitClock(Instant instant) {
        clock.advance(Duration.between(clock(), instant));
    }
}
