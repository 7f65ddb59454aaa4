package io.countersign.channel.worker;

import io.countersign.broker.Broker;
import io.countersign.broker.EventHandler;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import io.countersign.channel.report.Reports;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Takes requests in while the application runs. It starts last and stops first, so that what is in
 * flight drains while everything that it needs is still there.
 */
final class Intake implements SmartLifecycle {

    private final Broker broker;
    private final Topic topic;
    private final String group;
    private final EventHandler handler;
    private volatile @Nullable Subscription subscription;

    Intake(Broker broker, Topic topic, String group, EventHandler handler) {
        this.broker = broker;
        this.topic = topic;
        this.group = group;
        this.handler = handler;
    }

    @Override
    public void start() {
        broker.ensure(List.of(Reports.TOPIC));
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

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
