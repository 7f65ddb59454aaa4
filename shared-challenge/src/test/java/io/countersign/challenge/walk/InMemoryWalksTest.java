package io.countersign.challenge.walk;

import io.countersign.challenge.store.TestStore;
import io.countersign.test.MovableClock;
import java.time.Duration;

class InMemoryWalksTest extends WalksContract {

    private final MovableClock clock = new MovableClock();
    private final TestStore store = TestStore.inMemory(clock);

    @Override
    int walks() {
        return 5_000;
    }

    @Override
    public TestStore store() {
        return store;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Duration second() {
        return Duration.ofSeconds(1);
    }
}
