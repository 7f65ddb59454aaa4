package io.countersign.engine.send;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Publisher;
import io.countersign.broker.Topic;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.Terms;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.Deliveries;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.SendRequest.SetOut;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.RouteStep;
import io.countersign.events.StepBinding;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.HandOverToken;
import io.countersign.events.seal.StepSealer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts rounds of a challenge into events, sealed step by step, and hands them to the broker. */
@Component
class DeliveryRequests {

    private final Publisher publisher;
    private final Deliveries deliveries;
    private final EventCodec codec;
    private final StepSealer sealer;
    private final SecureRandom random;

    DeliveryRequests(
            Publisher publisher,
            Deliveries deliveries,
            EventCodec codec,
            StepSealer sealer,
            SecureRandom random) {
        this.publisher = publisher;
        this.deliveries = deliveries;
        this.codec = codec;
        this.sealer = sealer;
        this.random = random;
    }

    /**
     * On its way as soon as one of the rounds is; once the broker has not taken one, it is not
     * asked for the others.
     */
    SendOutcome send(
            Pending challenge, List<Round> rounds, DeliveryPlan sending, ChallengeContext asked) {
        ChallengeId id = challenge.terms().id();
        int taken = 0;
        while (taken < rounds.size()
                && published(
                        challenge,
                        rounds.get(taken),
                        sending.routes().get(taken),
                        asked.locale())) {
            taken++;
        }
        // Done before the person is told: no worker may claim a record that arrives late.
        long gone =
                rounds.subList(taken, rounds.size()).stream()
                        .filter(round -> withdrawn(round.firstDelivery(id)))
                        .count();
        return gone < rounds.size() ? new SendOutcome.OnItsWay(id) : new SendOutcome.NotTaken(id);
    }

    /** False where a worker has it all the same: only the broker's confirmation was lost. */
    private boolean withdrawn(DeliveryId id) {
        return deliveries
                .update(id, Claims.notPublished())
                .filter(now -> !(now instanceof Failed))
                .isEmpty();
    }

    /**
     * Hands over what an earlier run of the request set out and no worker has yet; perhaps twice,
     * which is the same delivery.
     *
     * @param sending what would be sent now, to find the factors in
     */
    SendOutcome again(
            Pending challenge,
            SetOut before,
            Optional<DeliveryPlan> sending,
            ChallengeContext asked) {
        ChallengeId id = challenge.terms().id();
        if (before.challenge().equals(id)) {
            for (Round round : before.in(challenge)) {
                if (queued(round.firstDelivery(id))) {
                    var _ =
                            planned(sending, round)
                                    .filter(
                                            planned ->
                                                    published(
                                                            challenge,
                                                            round,
                                                            planned,
                                                            asked.locale()));
                }
            }
        }
        return new SendOutcome.OnItsWay(id);
    }

    private boolean queued(DeliveryId id) {
        return deliveries.find(List.of(id)).get(id) instanceof Queued;
    }

    private static Optional<PlannedRoute> planned(Optional<DeliveryPlan> sending, Round round) {
        return sending.filter(now -> now.method() == round.method())
                .flatMap(
                        now ->
                                now.routes().stream()
                                        .filter(
                                                planned ->
                                                        planned.factor()
                                                                .toString()
                                                                .equals(round.factor()))
                                        .findFirst());
    }

    private boolean published(Pending challenge, Round round, PlannedRoute planned, String locale) {
        Topic topic = new Topic(EventTopics.requested(round.route().getFirst()));
        DeliveryRequested request = request(challenge.terms(), round, planned, locale);
        return publisher.publish(topic, challenge.terms().id().value(), codec.encode(request))
                instanceof PublishOutcome.Published;
    }

    private DeliveryRequested request(
            Terms terms, Round round, PlannedRoute planned, String locale) {
        return new DeliveryRequested(
                terms.id(),
                terms.purpose(),
                round.requestedAt(),
                terms.deadline(),
                round.number(),
                0,
                sealed(terms, round, planned, locale),
                null,
                null);
    }

    /** Each step holds the baton that the previous step hands over. */
    private List<RouteStep> sealed(Terms terms, Round round, PlannedRoute planned, String locale) {
        List<RouteStep> route = new ArrayList<>();
        @Nullable HandOverToken baton = null;
        for (PlannedStep step : planned.route()) {
            int index = route.size();
            HandOverToken next =
                    index + 1 < planned.route().size() ? HandOverToken.next(random) : null;
            StepContent content =
                    new StepContent(
                            step.destination(),
                            step.message(),
                            locale,
                            step.tries(),
                            step.patience(),
                            baton,
                            next);
            route.add(sealer.seal(content, binding(terms, round, planned, index)));
            baton = next;
        }
        return route;
    }

    private static StepBinding binding(Terms terms, Round round, PlannedRoute planned, int index) {
        return new StepBinding(
                terms.purpose(),
                terms.id(),
                round.number(),
                index,
                planned.route().size(),
                planned.route().get(index).channel(),
                terms.deadline());
    }
}
