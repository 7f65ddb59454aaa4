package io.countersign.challenge.redis;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.redis.RedisRecords.Reading;
import io.countersign.challenge.redis.RedisRecords.Stored;
import io.countersign.challenge.redis.RedisRecords.Written;
import io.countersign.challenge.redis.WriteRequest.Entry;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Change;
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
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Challenges and deliveries as versioned records, one hash each, on Redis from 6.2 or Valkey.
 *
 * <p>One server with replicas, not a cluster: the records of one subject share a hash slot, but the
 * limits that are taken with them do not.
 */
public final class RedisStore implements Challenges, Deliveries {

    private static final Duration CHALLENGE_KEPT = Duration.ofMinutes(10);
    private static final Duration DELIVERY_KEPT = Duration.ofDays(1);

    /**
     * Far more than a record ever has changes at once; a caller that needs more goes round in
     * circles.
     */
    private static final int MOST_ATTEMPTS = 1_000;

    private final RedisRecords records;
    private final RecordJson json = new RecordJson();

    /**
     * @param connection one shared connection, asked for at every command, for example a {@link
     *     SharedConnection}; its command time-out is how long one of the one or two commands of an
     *     operation may take
     * @param local tells Redis' time between two replies; may be wrong, but has to run evenly
     */
    public RedisStore(Supplier<StatefulRedisConnection<String, String>> connection, Clock local) {
        this.records = new RedisRecords(connection, local);
    }

    @Override
    public Instant now() {
        return records.now();
    }

    @Override
    public Updated<Pending> open(Pending challenge, Dispatch dispatch) {
        Change<Pending> change = new Change<>(challenge, challenge, dispatch);
        return write(change, "", challenge.terms().deadline())
                .orElseThrow(
                        () -> new IllegalStateException("opened twice, or after its deadline"));
    }

    @Override
    public Optional<Challenge> find(ChallengeId id) {
        Reading reading = records.read(List.of(key(id)));
        Stored stored = reading.records().getFirst();
        return stored.exists()
                ? Optional.of(json.challenge(stored.record()).at(reading.now()))
                : Optional.empty();
    }

    @Override
    public <R> Updated<R> update(ChallengeId id, Transition<R> transition) {
        return untilSettled(() -> attempt(id, transition));
    }

    private <R> Optional<Updated<R>> attempt(ChallengeId id, Transition<R> transition) {
        Reading reading = records.read(List.of(key(id)));
        Stored stored = reading.records().getFirst();
        if (!stored.exists()) {
            return Optional.of(new Updated.Missing<>());
        }
        Challenge current = json.challenge(stored.record()).at(reading.now());
        Change<R> change = transition.from(current, reading.now());
        if (change.leaves(current)) {
            return Optional.of(new Updated.Done<>(change.result()));
        }
        Instant notAfter = current instanceof Pending ? current.terms().deadline() : null;
        return write(change, stored.version(), notAfter);
    }

    @Override
    public void queue(Queued delivery) {
        Entry entry = entry(delivery);
        Subject subject = delivery.head().id().subject();
        records.write(new WriteRequest(entry, "", null, subject.wire(), List.of(), List.of()));
    }

    @Override
    public Map<DeliveryId, Delivery> find(Collection<DeliveryId> ids) {
        List<DeliveryId> wanted = List.copyOf(ids);
        Reading reading = records.read(wanted.stream().map(RedisStore::key).toList());
        Map<DeliveryId, Delivery> found = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Stored stored = reading.records().get(i);
            if (stored.exists()) {
                found.put(wanted.get(i), json.delivery(stored.record()).at(reading.now()));
            }
        }
        return found;
    }

    @Override
    public <R> Optional<R> update(DeliveryId id, DeliveryTransition<R> transition) {
        return untilSettled(() -> attempt(id, transition));
    }

    private <R> Optional<Optional<R>> attempt(DeliveryId id, DeliveryTransition<R> transition) {
        Reading reading = records.read(List.of(key(id)));
        Stored stored = reading.records().getFirst();
        if (!stored.exists()) {
            return Optional.of(Optional.empty());
        }
        Delivery current = json.delivery(stored.record());
        DeliveryChange<R> change = transition.from(current, reading.now());
        Optional<R> result = Optional.of(change.result());
        if (change.next().equals(current)) {
            return Optional.of(result);
        }
        WriteRequest request =
                new WriteRequest(
                        entry(change.next()),
                        stored.version(),
                        change.notAfter(),
                        id.subject().wire(),
                        List.of(),
                        List.of());
        return records.write(request) instanceof Written.Stored
                ? Optional.of(result)
                : Optional.empty();
    }

    private static <T> T untilSettled(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            Optional<T> settled = attempt.get();
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        throw new IllegalStateException("a transition that can never be stored");
    }

    /** Empty when another process was quicker or the time had passed. */
    private <R> Optional<Updated<R>> write(
            Change<R> change, String expectedVersion, @Nullable Instant notAfter) {
        Dispatch dispatch = change.dispatch();
        WriteRequest request =
                new WriteRequest(
                        entry(change.next()),
                        expectedVersion,
                        notAfter,
                        change.next().terms().id().wire(),
                        dispatch.deliveries().stream().map(this::entry).toList(),
                        dispatch.limits());
        return switch (records.write(request)) {
            case Written.Stored _ -> Optional.of(new Updated.Done<>(change.result()));
            case Written.Outdated _ -> Optional.empty();
            case Written.Limited(int limit, Instant retryAt) ->
                    Optional.of(
                            new Updated.Limited<>(dispatch.limits().get(limit).name(), retryAt));
        };
    }

    private Entry entry(Challenge challenge) {
        Instant expiresAt = challenge.terms().deadline().plus(CHALLENGE_KEPT);
        return new Entry(key(challenge.terms().id()), json.write(challenge), expiresAt);
    }

    private Entry entry(Delivery delivery) {
        Instant expiresAt = delivery.head().deadline().plus(DELIVERY_KEPT);
        return new Entry(key(delivery.head().id()), json.write(delivery), expiresAt);
    }

    private static String key(ChallengeId id) {
        return "countersign:{" + id.wire() + "}";
    }

    private static String key(DeliveryId id) {
        return "countersign:{%s}:%d.%d.%d"
                .formatted(id.subject().wire(), id.round(), id.step(), id.attempt());
    }
}
