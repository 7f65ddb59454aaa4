package io.countersign.liveness;

import io.countersign.liveness.memory.InMemoryWorkerLiveness;
import io.countersign.test.MovableClock;
import java.time.Duration;

class InMemoryWorkerLivenessTest extends WorkerLivenessContract {

    private final MovableClock clock = new MovableClock();
    private final WorkerLiveness liveness = new InMemoryWorkerLiveness(clock);

    @Override
    WorkerLiveness liveness() {
        return liveness;
    }

    @Override
    void pass(Duration time) {
        clock.advance(time);
    }
}
