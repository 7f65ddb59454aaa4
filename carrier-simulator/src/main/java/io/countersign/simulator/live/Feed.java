package io.countersign.simulator.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** The latest items of one kind at one place; every change to them beats the pulse. */
public final class Feed<T> {

    private final SequencedMap<String, Entry<T>> entries = new LinkedHashMap<>();
    private final int capacity;
    private final Pulse pulse;
    private long clearedAt;

    private record Entry<T>(T item, long revision) {}

    public Feed(int capacity, Pulse pulse) {
        this.capacity = capacity;
        this.pulse = pulse;
        this.clearedAt = pulse.first();
    }

    /** Returns the item forgotten for the new one, if the feed was full. */
    public synchronized Optional<T> add(String id, T item) {
        entries.put(id, new Entry<>(item, pulse.next()));
        return entries.size() > capacity
                ? Optional.ofNullable(entries.pollFirstEntry())
                        .map(Map.Entry::getValue)
                        .map(Entry::item)
                : Optional.empty();
    }

    /** Returns the item as it is now, empty if it is no longer remembered. */
    public synchronized Optional<T> change(String id, UnaryOperator<T> step) {
        return Optional.ofNullable(
                        entries.computeIfPresent(
                                id,
                                (_, entry) -> new Entry<>(step.apply(entry.item()), pulse.next())))
                .map(Entry::item);
    }

    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::item);
    }

    public synchronized void forget(String id) {
        entries.remove(id);
    }

    /** Oldest first. */
    public synchronized List<T> all() {
        return entries.values().stream().map(Entry::item).toList();
    }

    public synchronized void clear() {
        entries.clear();
        clearedAt = pulse.next();
    }

    public synchronized Changed<T> since(long seen) {
        boolean cleared = seen < clearedAt;
        return new Changed<>(
                cleared,
                entries.values().stream()
                        .filter(entry -> cleared || entry.revision() > seen)
                        .map(Entry::item)
                        .toList());
    }
}
