package io.countersign.gateway.admission;

import io.countersign.broker.Broker;
import io.countersign.broker.EventHandler;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.PublishOutcome.NotPublished;
import io.countersign.broker.PublishOutcome.Published;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import io.countersign.events.WireEvent;
import io.countersign.identity.admission.Deadline;
import io.countersign.identity.admission.Gate;
import java.util.Collection;

/** While the broker is away, only one request at a time waits for it. */
public final class PromptBroker implements Broker {

    private final Broker broker;
    private final Gate gate = new Gate();

    public PromptBroker(Broker broker) {
        this.broker = broker;
    }

    @Override
    public PublishOutcome publish(Topic topic, String key, WireEvent event) {
        return Deadline.left().isPresent()
                ? gate.<PublishOutcome, RuntimeException>through(
                        () -> broker.publish(topic, key, event),
                        Published.class::isInstance,
                        () -> new NotPublished("the broker is away"))
                : broker.publish(topic, key, event);
    }

    @Override
    public Subscription subscribe(Topic topic, String group, EventHandler handler) {
        return broker.subscribe(topic, group, handler);
    }

    @Override
    public void ensure(Collection<Topic> topics) {
        broker.ensure(topics);
    }

    @Override
    public boolean answers() {
        return broker.answers();
    }

    @Override
    public void close() {
        broker.close();
    }
}
