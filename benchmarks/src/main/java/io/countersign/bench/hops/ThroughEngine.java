package io.countersign.bench.hops;

import io.countersign.bench.engine.Engine;
import io.countersign.bench.engine.StackServers;
import io.countersign.events.id.ChallengeId;
import java.io.IOException;
import java.time.Duration;

/** Through the engine and the stack's SMS worker. */
final class ThroughEngine implements Way {

    private final Engine engine;

    ThroughEngine(StackServers servers) {
        this.engine = new Engine(servers, Duration.ofMinutes(5));
    }

    @Override
    public void deliver(String number, Taken taken) throws IOException, InterruptedException {
        ChallengeId challenge = engine.send(number);
        taken.tell();
        engine.awaitOutcome(challenge);
    }
}
