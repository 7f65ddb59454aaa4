package io.countersign.liveness;

import io.countersign.events.Channel;
import java.time.Duration;
import java.util.Map;

/**
 * Where workers say that they are alive. Only hints depend on it: anyone who can write to the store
 * can claim it too. Each operation throws {@link io.countersign.challenge.store.StoreUnavailable},
 * quickly, when the store does not answer.
 */
public interface WorkerLiveness {

    /**
     * Counts the worker as alive until its next report, but no longer than this.
     *
     * @param instance tells it from all other workers of the channel
     */
    void heartbeat(Channel channel, String instance, Duration lasting);

    /** Stops counting the worker. */
    void stopped(Channel channel, String instance);

    /** How many workers of each channel are alive; every channel is among the keys. */
    Map<Channel, Integer> alive();
}
