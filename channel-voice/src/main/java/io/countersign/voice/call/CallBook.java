package io.countersign.voice.call;

import io.countersign.events.DeliveryId;
import io.countersign.voice.note.Notebook;
import io.countersign.voice.note.Notebook.Turned;
import io.countersign.voice.note.Page;
import io.countersign.voice.number.Leases;
import io.countersign.voice.number.NumberPool;
import java.time.Duration;
import java.util.Optional;

/**
 * The calls of all workers, and what each one means for its number. Each operation throws {@link
 * io.countersign.challenge.StoreUnavailable}, quickly, when the store does not answer.
 */
public final class CallBook {

    private static final Duration KEPT = Duration.ofDays(1);

    private static final Turned<PlacedCall, Heard> NO_SUCH_CALL =
            Turned.unchanged(new Heard(Optional.empty(), false));

    private final Notebook notes;
    private final NumberPool pool;
    private final Leases leases;

    private record Heard(Optional<PlacedCall> call, boolean news) {}

    public CallBook(Notebook notes, NumberPool pool, Leases leases) {
        this.notes = notes;
        this.pool = pool;
        this.leases = leases;
    }

    /** To be written before dialling, since the operator may report before it answers. */
    void place(DeliveryId delivery, PlacedCall call) {
        var _ = notes.update(page(delivery), (_, _) -> new Turned<>(call, true));
    }

    /** The call with all that was heard of it by now; empty when nobody knows of such a call. */
    public Optional<PlacedCall> hear(DeliveryId delivery, CallStatus status) {
        Heard heard =
                notes.update(
                        page(delivery),
                        (current, _) ->
                                current.map(call -> heard(call, call.hearing(status)))
                                        .orElse(NO_SUCH_CALL));
        if (heard.news()) {
            heard.call().ifPresent(call -> learn(delivery, call));
        }
        return heard.call();
    }

    private static Turned<PlacedCall, Heard> heard(PlacedCall before, PlacedCall after) {
        return new Turned<>(after, new Heard(Optional.of(after), !after.equals(before)));
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

    private static Page<PlacedCall> page(DeliveryId delivery) {
        return new Page<>("call:" + delivery.wire(), PlacedCall.class, KEPT);
    }
}
