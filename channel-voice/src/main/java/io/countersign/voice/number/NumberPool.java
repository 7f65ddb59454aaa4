package io.countersign.voice.number;

import io.countersign.voice.note.Notebook;
import io.countersign.voice.note.Notebook.Turned;
import io.countersign.voice.note.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The numbers of all workers together, and which of them rest because their calls do not arrive.
 * Each operation throws {@link io.countersign.challenge.StoreUnavailable}, quickly, when the store
 * does not answer.
 */
public final class NumberPool {

    private static final Page<PoolState> PAGE =
            new Page<>("numbers", PoolState.class, Duration.ofDays(1));

    private final List<CallingNumber> numbers;
    private final Notebook notes;

    public NumberPool(List<CallingNumber> numbers, Notebook notes) {
        this.numbers = List.copyOf(numbers);
        this.notes = notes;
    }

    /** All numbers, in the order in which they are configured. */
    public List<CallingNumber> all() {
        return numbers;
    }

    /** Those that do not rest. */
    public List<CallingNumber> well() {
        return notes.update(
                PAGE,
                (current, now) -> {
                    PoolState state = current.orElse(PoolState.NEW);
                    return Turned.unchanged(
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
                notes.update(
                        PAGE,
                        (current, now) ->
                                new Turned<>(step.apply(current.orElse(PoolState.NEW), now), true));
    }
}
