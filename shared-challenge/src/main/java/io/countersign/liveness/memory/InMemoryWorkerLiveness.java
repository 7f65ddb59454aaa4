package io.countersign.liveness.memory;

import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Liveness of workers for tests that need no Redis. */
public final class InMemoryWorkerLiveness implements WorkerLiveness {

    private final Map<Channel, Map<String, Instant>> until = new EnumMap<>(Channel.class);
    private final Clock clock;

    public InMemoryWorkerLiveness(Clock clock) {
        this.clock = clock;
        for (Channel channel : Channel.values()) {
            until.put(channel, new HashMap<>());
        }
    }

    @Override
    public synchronized void heartbeat(Channel channel, String instance, Duration lasting) {
        of(channel).put(instance, clock.instant().plus(lasting));
    }

    @Override
    public synchronized void stopped(Channel channel, String instance) {
        of(channel).remove(instance);
    }

    @Override
    public synchronized Map<Channel, Integer> alive() {
        Instant now = clock.instant();
        Map<Channel, Integer> alive = new EnumMap<>(Channel.class);
        until.forEach(
                (channel, workers) -> {
                    workers.values().removeIf(end -> !end.isAfter(now));
                    alive.put(channel, workers.size());
                });
        return alive;
    }

    private Map<String, Instant> of(Channel channel) {
        return Objects.requireNonNull(until.get(channel));
    }
}
