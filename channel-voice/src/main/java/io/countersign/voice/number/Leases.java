package io.countersign.voice.number;

import io.countersign.channel.sealed.Key;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.sealed.SealedStore.Update;
import io.countersign.events.content.Destination;
import io.countersign.events.id.DeliveryId;
import io.countersign.voice.number.CalleeCalls.Entry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives each call a number: no two live calls to one callee end alike, and no number calls the same
 * callee again within a day as long as there is another. Each operation throws {@link
 * io.countersign.challenge.store.StoreUnavailable}, quickly, when the store does not answer.
 */
public final class Leases {

    private final SealedStore store;
    private final CalleeDigest digest;
    private final SecureRandom random;

    public Leases(SealedStore store, CalleeDigest digest, SecureRandom random) {
        this.store = store;
        this.digest = digest;
        this.random = random;
    }

    /**
     * One of the candidates, each ending equally likely; the one that the delivery had before, if
     * it had one; empty when all end like a live call to the callee.
     *
     * @param live how long the call takes at most
     */
    public Optional<NumberLease> take(
            DeliveryId delivery,
            Destination callee,
            List<CallingNumber> candidates,
            Duration live) {
        List<CallingNumber> inRandomOrder = shuffledByEnding(candidates);
        return store.update(
                key(callee),
                CalleeCalls.REST,
                (current, now) ->
                        lease(
                                current.orElse(CalleeCalls.NONE),
                                delivery,
                                inRandomOrder,
                                now,
                                now.plus(live)));
    }

    /** One of the candidates, for a call whose number says nothing. */
    public Optional<CallingNumber> any(List<CallingNumber> candidates) {
        return shuffledByEnding(candidates).stream().findFirst();
    }

    /** The delivery's call has ended, so its ending is free. */
    public void end(DeliveryId delivery, Destination callee) {
        var _ =
                store.update(
                        key(callee),
                        CalleeCalls.REST,
                        (current, now) ->
                                new Update<>(
                                        current.orElse(CalleeCalls.NONE).over(delivery, now),
                                        true));
    }

    private static Update<CalleeCalls, Optional<NumberLease>> lease(
            CalleeCalls calls,
            DeliveryId delivery,
            List<CallingNumber> candidates,
            Instant now,
            Instant liveUntil) {
        Optional<CallingNumber> before = calls.of(delivery);
        Optional<CallingNumber> chosen =
                calls.choose(delivery, before.map(List::of).orElse(candidates), now);
        CalleeCalls next =
                chosen.map(number -> calls.with(new Entry(number, delivery, now, liveUntil)))
                        .orElse(calls);
        return new Update<>(
                next, chosen.map(number -> new NumberLease(number, before.isPresent())));
    }

    /**
     * If numbers were shuffled instead, an ending that many of them share would be a good guess.
     */
    private List<CallingNumber> shuffledByEnding(List<CallingNumber> candidates) {
        List<List<CallingNumber>> byEnding =
                new ArrayList<>(
                        candidates.stream()
                                .collect(Collectors.groupingBy(CallingNumber::ending))
                                .values());
        byEnding.forEach(alike -> Collections.shuffle(alike, random));
        Collections.shuffle(byEnding, random);
        return byEnding.stream().flatMap(List::stream).toList();
    }

    private Key<CalleeCalls> key(Destination callee) {
        return new Key<>("callee:" + digest.of(callee), CalleeCalls.class);
    }
}
