package io.countersign.challenge.memory;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Challenges;
import io.countersign.challenge.Change;
import io.countersign.challenge.Changes;
import io.countersign.challenge.Dispatch;
import io.countersign.challenge.Limit;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Transition;
import io.countersign.challenge.Updated;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.DeliveryChange;
import io.countersign.delivery.DeliveryTransition;
import io.countersign.delivery.Queued;
import io.countersign.events.ChallengeId;
import io.countersign.events.DeliveryId;
import io.countersign.events.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps everything under one lock, by the clock it is given. */
public final class InMemoryStore implements Challenges, Deliveries, Changes {

    private final Clock clock;
    private final Map<ChallengeId, Challenge> challenges = new HashMap<>();
    private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
    private final Map<String, List<Instant>> taken = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public InMemoryStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public synchronized Updated<Pending> open(Pending challenge, Dispatch dispatch) {
        return store(challenge.terms().id(), new Change<>(challenge, challenge, dispatch));
    }

    @Override
    public synchronized Optional<Challenge> find(ChallengeId id) {
        return Optional.ofNullable(challenges.get(id)).map(c -> c.at(now()));
    }

    @Override
    public synchronized <R> Updated<R> update(ChallengeId id, Transition<R> transition) {
        Challenge current = challenges.get(id);
        return current == null
                ? new Updated.Missing<>()
                : store(id, transition.from(current.at(now()), now()));
    }

    @Override
    public synchronized void queue(Queued delivery) {
        deliveries.putIfAbsent(delivery.head().id(), delivery);
    }

    @Override
    public synchronized Map<DeliveryId, Delivery> find(Collection<DeliveryId> ids) {
        Map<DeliveryId, Delivery> found = new HashMap<>();
        for (DeliveryId id : ids) {
            Delivery delivery = deliveries.get(id);
            if (delivery != null) {
                found.put(id, delivery.at(now()));
            }
        }
        return found;
    }

    @Override
    public synchronized <R> Optional<R> update(DeliveryId id, DeliveryTransition<R> transition) {
        Delivery current = deliveries.get(id);
        if (current == null) {
            return Optional.empty();
        }
        DeliveryChange<R> change = transition.from(current, now());
        deliveries.put(id, change.next());
        announce(id.subject());
        return Optional.of(change.result());
    }

    @Override
    public Registration onChange(Subject subject, Runnable action) {
        Listener listener = new Listener(subject, action);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private <R> Updated<R> store(ChallengeId id, Change<R> change) {
        for (Limit limit : change.dispatch().limits()) {
            List<Instant> within = within(limit);
            if (within.size() >= limit.most()) {
                return new Updated.Limited<>(
                        limit.name(),
                        within.get(within.size() - limit.most()).plus(limit.window()));
            }
        }
        change.dispatch().limits().forEach(limit -> within(limit).add(now()));
        change.dispatch().deliveries().forEach(this::queue);
        challenges.put(id, change.next());
        announce(id);
        return new Updated.Done<>(change.result());
    }

    private List<Instant> within(Limit limit) {
        List<Instant> all = taken.computeIfAbsent(limit.key(), _ -> new ArrayList<>());
        Instant from = now().minus(limit.window());
        all.removeIf(at -> !at.isAfter(from));
        return all;
    }

    private void announce(Subject subject) {
        listeners.stream().filter(l -> l.subject().equals(subject)).forEach(l -> l.action().run());
    }

    private record Listener(Subject subject, Runnable action) {}
}
