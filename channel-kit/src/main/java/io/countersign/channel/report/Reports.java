package io.countersign.channel.report;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Ringing;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import io.countersign.events.DeliveryReported;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.FailureReason;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Publishes how far deliveries have come. The same may be reported more than once. */
public final class Reports {

    private static final Topic TOPIC = new Topic(EventTopics.REPORTED);

    private final Publisher publisher;
    private final EventCodec codec;
    private final Clock clock;

    public Reports(Publisher publisher, EventCodec codec, Clock clock) {
        this.publisher = publisher;
        this.codec = codec;
        this.clock = clock;
    }

    /** False when the broker did not confirm it. */
    public boolean publish(Delivery delivery) {
        String key = delivery.head().id().subject().wire();
        return publisher.publish(TOPIC, key, codec.encode(report(delivery)))
                instanceof PublishOutcome.Published;
    }

    private DeliveryReported report(Delivery delivery) {
        return switch (delivery) {
            case Sent(_, Acceptance acceptance) -> report(delivery, null, acceptance.provider());
            case Ringing(_, Acceptance acceptance) -> report(delivery, null, acceptance.provider());
            case Delivered(_, Acceptance acceptance) ->
                    report(delivery, null, acceptance.provider());
            case Failed(_, FailureReason reason) -> report(delivery, reason, null);
            case Queued _, Claimed _, Unknown _, TooLate _ -> report(delivery, null, null);
        };
    }

    private DeliveryReported report(
            Delivery delivery, @Nullable FailureReason reason, @Nullable String provider) {
        return new DeliveryReported(
                delivery.head().id(),
                delivery.head().channel(),
                delivery.progress(),
                reason,
                provider,
                clock.instant());
    }
}
