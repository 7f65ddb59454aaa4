package io.countersign.channel.worker;

import io.countersign.broker.Broker;
import io.countersign.broker.EventHandler;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import io.countersign.channel.report.Reports;
import io.countersign.channel.statement.Speaker;
import io.countersign.events.Channel;
import io.countersign.events.EventTopics;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Takes requests in while the application runs. It starts last and stops first, so that what is in
 * flight drains while everything that it needs is still there.
 */
final class Intake implements SmartLifecycle {

    private static final Duration STUCK = Duration.ofMinutes(1);

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
        broker.ensure(topics());
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

    /** Whether it has asked the broker for more lately, reachable or not. */
    boolean asks() {
        Subscription running = subscription;
        return running != null
                && running.state().sinceLastPoll().orElse(Duration.ZERO).compareTo(STUCK) < 0;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** Those of the other channels too: a step is handed over even while their workers are down. */
    private static List<Topic> topics() {
        return Stream.concat(
                        Stream.of(Reports.TOPIC, Speaker.TOPIC),
                        Stream.of(Channel.values()).map(EventTopics::requested).map(Topic::new))
                .toList();
    }
}
