package io.countersign.voice.number;

import io.countersign.events.id.DeliveryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The calls to one callee of the last day.
 *
 * @param calls at most one for each delivery
 */
record CalleeCalls(List<Entry> calls) {

    static final CalleeCalls NONE = new CalleeCalls(List.of());

    /** How long a number is not used again for the same callee if another is available. */
    static final Duration REST = Duration.ofDays(1);

    /**
     * One call.
     *
     * @param at when it was decided on
     * @param liveUntil when it has certainly ended
     */
    record Entry(CallingNumber number, DeliveryId delivery, Instant at, Instant liveUntil) {

        boolean liveAt(Instant now) {
            return now.isBefore(liveUntil);
        }
    }

    CalleeCalls {
        calls = List.copyOf(calls);
    }

    Optional<CallingNumber> of(DeliveryId delivery) {
        return calls.stream()
                .filter(call -> call.delivery().equals(delivery))
                .map(Entry::number)
                .findFirst();
    }

    /**
     * The first candidate that has not called for a day, or else the one that did so longest ago;
     * never one whose ending another live call has.
     */
    Optional<CallingNumber> choose(
            DeliveryId delivery, List<CallingNumber> candidates, Instant now) {
        List<CallingNumber> free =
                candidates.stream().filter(number -> !busy(number, delivery, now)).toList();
        return free.stream()
                .filter(number -> lastUse(number).plus(REST).isBefore(now))
                .findFirst()
                .or(() -> free.stream().min(Comparator.comparingInt(this::lastCall)));
    }

    CalleeCalls with(Entry entry) {
        List<Entry> next = new ArrayList<>(others(entry.delivery()));
        next.removeIf(
                call -> !call.liveAt(entry.at()) && call.at().plus(REST).isBefore(entry.at()));
        next.add(entry);
        return new CalleeCalls(next);
    }

    CalleeCalls over(DeliveryId delivery, Instant now) {
        return new CalleeCalls(
                calls.stream()
                        .map(
                                call ->
                                        call.delivery().equals(delivery) && call.liveAt(now)
                                                ? new Entry(call.number(), delivery, call.at(), now)
                                                : call)
                        .toList());
    }

    private boolean busy(CallingNumber number, DeliveryId delivery, Instant now) {
        return others(delivery).stream()
                .filter(call -> call.liveAt(now))
                .anyMatch(call -> call.number().ending().equals(number.ending()));
    }

    private List<Entry> others(DeliveryId delivery) {
        return calls.stream().filter(call -> !call.delivery().equals(delivery)).toList();
    }

    /** The calls are in the order in which they were decided on. */
    private int lastCall(CallingNumber number) {
        return calls.stream().map(Entry::number).toList().lastIndexOf(number);
    }

    private Instant lastUse(CallingNumber number) {
        return calls.stream()
                .filter(call -> call.number().equals(number))
                .map(Entry::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
