package io.countersign.channel.deliver;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;

/**
 * Passes a route on to its next step, unread. Doing it twice is the same as doing it once: the next
 * delivery's id follows from the request, and its worker claims it before sending.
 */
public final class HandOver {

    private final Deliveries store;
    private final Publisher publisher;
    private final EventCodec codec;

    public HandOver(Deliveries store, Publisher publisher, EventCodec codec) {
        this.store = store;
        this.publisher = publisher;
        this.codec = codec;
    }

    /** False when the broker did not confirm it, although the broker may have it all the same. */
    boolean pass(DeliveryTask task) {
        DeliveryRequested next = task.request().handOver(task.content().nextBaton());
        Channel channel = next.currentStep().channel();
        store.queue(new Queued(new Head(next.delivery(1), channel, next.deadline())));
        return publisher.publish(
                        new Topic(EventTopics.requested(channel)),
                        next.subject().wire(),
                        codec.encode(next))
                instanceof PublishOutcome.Published;
    }
}
