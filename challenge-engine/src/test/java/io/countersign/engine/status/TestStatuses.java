package io.countersign.engine.status;

import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.send.TestSending;
import io.countersign.liveness.memory.InMemoryWorkerLiveness;
import java.time.Clock;

/** What tells where challenges stand, put together by hand. */
public final class TestStatuses {

    private TestStatuses() {}

    public static ChallengeStatuses of(
            InMemoryStore store, ChallengeSettings settings, Clock clock) {
        return new ChallengeStatuses(
                store,
                TestSending.deliveries(store),
                TestSending.resendRule(store, settings),
                new ChannelWorkers(new InMemoryWorkerLiveness(clock), clock));
    }
}
