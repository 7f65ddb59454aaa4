package io.countersign.channel.worker;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.lifecycle.Ticking;
import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports that this worker is alive, as long as it takes requests in. */
final class Heartbeat extends Ticking {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Short enough for a page to say within 10 seconds that there is no worker. */
    private static final Duration LASTING = Duration.ofSeconds(5);

    private final String instance = UUID.randomUUID().toString();
    private final WorkerLiveness liveness;
    private final Channel channel;
    private final BooleanSupplier takes;

    /**
     * @param takes whether it takes requests in at this moment
     */
    Heartbeat(WorkerLiveness liveness, Channel channel, BooleanSupplier takes) {
        super(Duration.ZERO, PAUSE, PAUSE);
        this.liveness = liveness;
        this.channel = channel;
        this.takes = takes;
    }

    @Override
    protected void tick() {
        say(
                takes.getAsBoolean()
                        ? () -> liveness.heartbeat(channel, instance, LASTING)
                        : () -> liveness.stopped(channel, instance));
    }

    /** Comes after the last heartbeat; one under way would revive this worker. */
    @Override
    protected void stopped(boolean ended) {
        say(() -> liveness.stopped(channel, instance));
    }

    /** A heartbeat that fails now is repeated soon; one that cannot be taken back expires soon. */
    private static void say(Runnable word) {
        try {
            word.run();
        } catch (StoreUnavailable e) {
            LOG.debug("The store does not hear of this worker");
        } catch (RuntimeException bug) {
            LOG.error("Cannot say that this worker is alive: {}", bug.getClass().getName());
        }
    }
}
