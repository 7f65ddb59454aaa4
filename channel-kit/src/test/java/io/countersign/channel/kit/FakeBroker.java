package io.countersign.channel.kit;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.WireEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is published, or refuses it while it is down. */
public final class FakeBroker implements Publisher {

    private final List<Published> published = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    private record Published(String topic, WireEvent event) {}

    public void goDown() {
        down = true;
    }

    public void comeUp() {
        down = false;
    }

    @Override
    public PublishOutcome publish(Topic topic, String key, WireEvent event) {
        if (down) {
            return new PublishOutcome.NotPublished("down");
        }
        published.add(new Published(topic.name(), event));
        return new PublishOutcome.Published();
    }

    /** All events, whatever their topic. */
    public List<WireEvent> events() {
        return published.stream().map(Published::event).toList();
    }

    /** What was handed over to a channel. */
    public List<WireEvent> requests(Channel channel) {
        return on(EventTopics.requested(channel));
    }

    public List<DeliveryReported> reports() {
        EventCodec codec = new EventCodec("/test");
        return on(EventTopics.REPORTED).stream()
                .map(codec::decodeReported)
                .map(
                        decoded ->
                                switch (decoded) {
                                    case Decoded.Event<DeliveryReported>(var report) -> report;
                                    case Decoded.Unreadable<DeliveryReported>(String cause) ->
                                            throw new AssertionError(cause);
                                })
                .toList();
    }

    private List<WireEvent> on(String topic) {
        return published.stream()
                .filter(one -> one.topic().equals(topic))
                .map(Published::event)
                .toList();
    }
}
