package io.countersign.challenge.walk;

import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.store.Challenges;
import io.countersign.delivery.store.Deliveries;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.time.Instant;

class InMemoryWalksTest extends WalksContract {

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore(clock);

    @Override
    int walks() {
        return 5_000;
    }

    @Override
    public Challenges challenges() {
        return store;
    }

    @Override
    public Deliveries deliveries() {
        return store;
    }

    @Override
    public Instant clock() {
        return clock.instant();
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
