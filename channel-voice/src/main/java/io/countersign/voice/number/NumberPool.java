package io.countersign.voice.number;

import io.countersign.channel.sealed.Key;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.sealed.SealedStore.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The numbers of all workers together, and which of them rest because their calls do not arrive.
 * Each operation throws {@link io.countersign.challenge.store.StoreUnavailable}, quickly, when the
 * store does not answer.
 */
public final class NumberPool {

    private static final Key<PoolState> KEY = new Key<>("numbers", PoolState.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final List<CallingNumber> numbers;
    private final SealedStore store;

    public NumberPool(List<CallingNumber> numbers, SealedStore store) {
        this.numbers = List.copyOf(numbers);
        this.store = store;
    }

    /** All numbers, in the order in which they are configured. */
    public List<CallingNumber> all() {
        return numbers;
    }

    /** Those that do not rest. */
    public List<CallingNumber> well() {
        return store.update(
                KEY,
                KEPT,
                (current, now) -> {
                    PoolState state = current.orElse(PoolState.NEW);
                    return Update.unchanged(
                            numbers.stream().filter(number -> !state.rests(number, now)).toList());
                });
    }

    /** A call from the number arrived, so it is well. */
    public void arrived(CallingNumber number) {
        note((state, now) -> state.arrived(number, now));
    }

    /** A call from the number did not arrive; it rests after several in a row. */
    public void missed(CallingNumber number) {
        note((state, now) -> state.missed(number, now));
    }

    /** The provider does not let us call from the number; it rests at once. */
    public void refused(CallingNumber number) {
        note((state, now) -> state.refused(number, now));
    }

    private void note(BiFunction<PoolState, Instant, PoolState> step) {
        var _ =
                store.update(
                        KEY,
                        KEPT,
                        (current, now) ->
                                new Update<>(step.apply(current.orElse(PoolState.NEW), now), true));
    }
}
