package io.countersign.gateway.wiring;

import io.countersign.broker.Broker;
import io.countersign.broker.EventHandler;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Takes a topic's events in while the application runs. */
final class EventIntake implements SmartLifecycle {

    private final Broker broker;
    private final Topic topic;
    private final String group;
    private final EventHandler handler;
    private volatile @Nullable Subscription subscription;

    /**
     * @param group its instances share the events among them
     */
    EventIntake(Broker broker, Topic topic, String group, EventHandler handler) {
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
}
