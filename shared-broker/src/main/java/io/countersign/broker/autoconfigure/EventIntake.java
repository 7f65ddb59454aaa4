package io.countersign.broker.autoconfigure;

import io.countersign.broker.Broker;
import io.countersign.broker.EventHandler;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Takes a topic's events in while the application runs. It starts last and stops first, so that
 * events in flight drain while everything that they need is still there.
 */
public final class EventIntake implements SmartLifecycle {

    private static final Duration STUCK = Duration.ofMinutes(1);

    private final Broker broker;
    private final Topic topic;
    private final String group;
    private final EventHandler handler;
    private volatile @Nullable Subscription subscription;

    /**
     * @param group its instances share the events among them
     */
    public EventIntake(Broker broker, Topic topic, String group, EventHandler handler) {
        this.broker = broker;
        this.topic = topic;
        this.group = group;
        this.handler = handler;
    }

    @Override
    public void start() {
        subscription = broker.subscribe(topic, group, handler);
    }

    @Override
    public void stop() {
        Subscription running = subscription;
        subscription = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }

    /** Whether it has asked the broker for more lately, whether or not the broker was reachable. */
    public boolean asks() {
        Subscription running = subscription;
        return running != null
                && running.state().sinceLastPoll().orElse(Duration.ZERO).compareTo(STUCK) < 0;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
