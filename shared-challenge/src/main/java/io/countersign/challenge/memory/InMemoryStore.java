package io.countersign.challenge.memory;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Changes;
import io.countersign.challenge.store.Dispatch;
import io.countersign.challenge.store.Transition;
import io.countersign.challenge.store.Updated;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps everything forever, under one lock and by the clock that it is given. */
public final class InMemoryStore implements Challenges, Deliveries, Changes {

    private final Clock clock;
    private final Map<ChallengeId, Challenge> challenges = new HashMap<>();
    private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
    private final TakenLimits limits = new TakenLimits();
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
        if (challenges.containsKey(challenge.terms().id())
                || passed(challenge.terms().deadline())) {
            throw new IllegalStateException("opened twice, or after its deadline");
        }
        return store(new Change<>(challenge, challenge, dispatch));
    }

    @Override
    public synchronized Optional<Challenge> find(ChallengeId id) {
        return Optional.ofNullable(challenges.get(id)).map(challenge -> challenge.at(now()));
    }

    @Override
    public synchronized <R> Updated<R> update(ChallengeId id, Transition<R> transition) {
        Challenge stored = challenges.get(id);
        if (stored == null) {
            return new Updated.Missing<>();
        }
        Instant now = now();
        Challenge current = stored.at(now);
        Change<R> change = transition.from(current, now);
        if (change.leaves(current)) {
            return new Updated.Done<>(change.result());
        }
        boolean late = current instanceof Pending && passed(current.terms().deadline());
        return late ? update(id, transition) : store(change);
    }

    @Override
    public synchronized void queue(Queued delivery) {
        if (deliveries.putIfAbsent(delivery.head().id(), delivery) == null) {
            announce(delivery.head().id().subject());
        }
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
        if (change.next().equals(current)) {
            return Optional.of(change.result());
        }
        if (passed(change.notAfter())) {
            return update(id, transition);
        }
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

    private <R> Updated<R> store(Change<R> change) {
        Dispatch dispatch = change.dispatch();
        Optional<TakenLimits.Refusal> refusal = limits.take(dispatch.limits(), now());
        if (refusal.isPresent()) {
            return new Updated.Limited<>(refusal.get().limit(), refusal.get().freeAt());
        }
        dispatch.deliveries().forEach(queued -> deliveries.putIfAbsent(queued.head().id(), queued));
        challenges.put(change.next().terms().id(), change.next());
        announce(change.next().terms().id());
        return new Updated.Done<>(change.result());
    }

    private boolean passed(@Nullable Instant notAfter) {
        return notAfter != null && !now().isBefore(notAfter);
    }

    private void announce(Subject subject) {
        listeners.stream()
                .filter(listener -> listener.subject().equals(subject))
                .forEach(listener -> Thread.startVirtualThread(listener.action()));
    }

    private record Listener(Subject subject, Runnable action) {}
}
