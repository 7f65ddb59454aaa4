package io.countersign.gateway.challenge;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.Terms;
import io.countersign.delivery.Claims;
import io.countersign.delivery.Deliveries;
import io.countersign.events.ChallengeId;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Message;
import io.countersign.events.RouteStep;
import io.countersign.events.StepBinding;
import io.countersign.events.StepContent;
import io.countersign.events.seal.StepSealer;
import io.countersign.gateway.phone.Phone;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a round of a challenge into an event and hands it to the broker. */
@Component
class CodeRequests {

    private static final Topic SMS = new Topic(EventTopics.requested(Channel.SMS));

    private final Publisher publisher;
    private final Deliveries deliveries;
    private final EventCodec codec;
    private final StepSealer sealer;
    private final Codes codes;
    private final ChallengeSettings settings;

    CodeRequests(
            Publisher publisher,
            Deliveries deliveries,
            EventCodec codec,
            StepSealer sealer,
            Codes codes,
            ChallengeSettings settings) {
        this.publisher = publisher;
        this.deliveries = deliveries;
        this.codec = codec;
        this.sealer = sealer;
        this.codes = codes;
        this.settings = settings;
    }

    SendOutcome send(Pending challenge, Round round, Phone phone, String locale) {
        ChallengeId id = challenge.terms().id();
        if (publish(challenge, round, phone, locale) instanceof PublishOutcome.NotPublished) {
            // Before the person is told: a late record must not be claimed any more.
            var _ = deliveries.update(round.firstDelivery(id), Claims.notPublished());
            return new SendOutcome.NotTaken(id);
        }
        return new SendOutcome.OnItsWay(id);
    }

    private PublishOutcome publish(Pending challenge, Round round, Phone phone, String locale) {
        Terms terms = challenge.terms();
        DeliveryRequested request =
                new DeliveryRequested(
                        terms.id(),
                        terms.purpose(),
                        round.requestedAt(),
                        terms.deadline(),
                        round.number(),
                        0,
                        List.of(sealed(challenge, round, phone, locale)),
                        null,
                        null);
        return publisher.publish(SMS, terms.id().value(), codec.encode(request));
    }

    private RouteStep sealed(Pending challenge, Round round, Phone phone, String locale) {
        Terms terms = challenge.terms();
        Message message =
                codes.open(challenge.code(), terms)
                        .map(Message.Code::new)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the challenge's code does not open"));
        StepContent content =
                StepContent.single(phone.number(), message, locale, settings.patience());
        StepBinding binding =
                new StepBinding(
                        terms.purpose(),
                        terms.id(),
                        round.number(),
                        0,
                        1,
                        Channel.SMS,
                        terms.deadline());
        return sealer.seal(content, binding);
    }
}
