package io.countersign.liveness;

import io.countersign.events.Channel;
import java.time.Duration;
import java.util.Map;

/**
 * Where workers say that they are alive. Nothing depends on it but hints: anybody who can write to
 * the store can say so too. Each operation throws {@link
 * io.countersign.challenge.store.StoreUnavailable}, quickly, when the store does not answer.
 */
public interface WorkerLiveness {

    /**
     * Counts the worker as alive until it says so again, or else for so long.
     *
     * @param instance tells it from all other workers of the channel
     */
    void heartbeat(Channel channel, String instance, Duration lasting);

    /** Counts the worker no more, from now on. */
    void stopped(Channel channel, String instance);

    /** How many workers of each channel are alive; every channel is among the keys. */
    Map<Channel, Integer> alive();
}
