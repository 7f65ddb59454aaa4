package io.countersign.identity.notice;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Purpose;
import io.countersign.events.RouteStep;
import io.countersign.events.StepBinding;
import io.countersign.events.content.StepContent;
import io.countersign.events.seal.StepSealer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a notice into an event and hands it to the broker. */
@Component
class NoticeRequests {

    private static final Topic EMAIL = new Topic(EventTopics.requested(Channel.EMAIL));

    /** A mail server may take long over one message. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Publisher publisher;
    private final EventCodec codec;
    private final StepSealer sealer;
    private final NoticeSeal seal;

    NoticeRequests(Publisher publisher, EventCodec codec, StepSealer sealer, NoticeSeal seal) {
        this.publisher = publisher;
        this.codec = codec;
        this.sealer = sealer;
        this.seal = seal;
    }

    /** Requests the delivery of the notice's latest round; may be done any number of times. */
    PublishOutcome publish(OutboxRow row) {
        DeliveryRequested request =
                new DeliveryRequested(
                        row.id(),
                        Purpose.NOTICE,
                        row.createdAt(),
                        row.deadline(),
                        row.round(),
                        0,
                        List.of(sealed(row)),
                        null,
                        null);
        return publisher.publish(EMAIL, row.id().value(), codec.encode(request));
    }

    private RouteStep sealed(OutboxRow row) {
        NoticeSeal.Letter letter = seal.open(row);
        StepContent content =
                StepContent.single(letter.to(), letter.notice(), row.locale(), PATIENCE);
        StepBinding binding =
                new StepBinding(
                        Purpose.NOTICE, row.id(), row.round(), 0, 1, Channel.EMAIL, row.deadline());
        return sealer.seal(content, binding);
    }
}
