package io.countersign.channel.sealed;

import io.countersign.channel.kit.InMemoryValueStore;
import io.countersign.test.MovableClock;
import java.time.Duration;

class InMemoryValueStoreTest extends ValueStoreContract {

    private final MovableClock clock = new MovableClock();
    private final ValueStore store = new InMemoryValueStore(clock);

    @Override
    ValueStore store() {
        return store;
    }

    @Override
    void pass(Duration time) {
        clock.advance(time);
    }
}
