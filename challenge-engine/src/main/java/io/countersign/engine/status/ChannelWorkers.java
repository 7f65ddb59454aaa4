package io.countersign.engine.status;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * How many workers of each channel are alive, asked for at most once a second. It is the workers'
 * own word in Redis: good for hints, but nothing may be refused because of it.
 */
@Component
public class ChannelWorkers {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final WorkerLiveness liveness;
    private final Clock clock;
    private Seen seen = new Seen(Map.of(), Instant.EPOCH);

    /**
     * What was seen.
     *
     * @param alive empty where the store did not answer
     */
    private record Seen(Map<Channel, Integer> alive, Instant at) {

        boolean fresh(Instant now) {
            return Duration.between(at, now).abs().compareTo(FRESH) < 0;
        }
    }

    public ChannelWorkers(WorkerLiveness liveness, Clock clock) {
        this.liveness = liveness;
        this.clock = clock;
    }

    /** Empty while that is not known. */
    public OptionalInt alive(Channel channel) {
        Integer count = alive().get(channel);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** Whether it is known that the channel has no worker. */
    public boolean none(Channel channel) {
        return alive(channel).equals(OptionalInt.of(0));
    }

    /** A caller that comes while another asks waits for the same answer. */
    private synchronized Map<Channel, Integer> alive() {
        if (!seen.fresh(clock.instant())) {
            Map<Channel, Integer> answer = ask();
            seen = new Seen(answer, clock.instant());
        }
        return seen.alive();
    }

    private Map<Channel, Integer> ask() {
        try {
            return liveness.alive();
        } catch (StoreUnavailable e) {
            return Map.of();
        }
    }
}
