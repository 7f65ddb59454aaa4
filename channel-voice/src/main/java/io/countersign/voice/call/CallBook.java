package io.countersign.voice.call;

import io.countersign.channel.sealed.Key;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.sealed.SealedStore.Update;
import io.countersign.events.id.DeliveryId;
import io.countersign.voice.number.Leases;
import io.countersign.voice.number.NumberPool;
import java.time.Duration;
import java.util.Optional;

/**
 * The calls of all workers, and what each one means for its number. Each operation throws {@link
 * io.countersign.challenge.store.StoreUnavailable}, quickly, when the store does not answer.
 */
public final class CallBook {

    private static final Duration KEPT = Duration.ofDays(1);

    private static final Update<PlacedCall, Heard> NO_SUCH_CALL =
            Update.unchanged(new Heard(Optional.empty(), false));

    private final SealedStore store;
    private final NumberPool pool;
    private final Leases leases;

    private record Heard(Optional<PlacedCall> call, boolean news) {}

    public CallBook(SealedStore store, NumberPool pool, Leases leases) {
        this.store = store;
        this.pool = pool;
        this.leases = leases;
    }

    /**
     * To be stored before dialling, because the operator may report on the call before it answers
     * our request.
     */
    void place(DeliveryId delivery, PlacedCall call) {
        var _ = store.update(key(delivery), KEPT, (_, _) -> new Update<>(call, true));
    }

    /** The call with everything reported about it so far; empty when there is no such call. */
    public Optional<PlacedCall> hear(DeliveryId delivery, CallStatus status) {
        Heard heard =
                store.update(
                        key(delivery),
                        KEPT,
                        (current, _) ->
                                current.map(call -> heard(call, call.hearing(status)))
                                        .orElse(NO_SUCH_CALL));
        if (heard.news()) {
            heard.call().ifPresent(call -> learn(delivery, call));
        }
        return heard.call();
    }

    private static Update<PlacedCall, Heard> heard(PlacedCall before, PlacedCall after) {
        return new Update<>(after, new Heard(Optional.of(after), !after.equals(before)));
    }

    private void learn(DeliveryId delivery, PlacedCall call) {
        if (call.rang()) {
            pool.arrived(call.number());
        } else if (call.missed()) {
            pool.missed(call.number());
        }
        if (call.over()) {
            leases.end(delivery, call.callee());
        }
    }

    private static Key<PlacedCall> key(DeliveryId delivery) {
        return new Key<>("call:" + delivery.wire(), PlacedCall.class);
    }
}
