package io.countersign.broker.kafka.offset;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Offsets of one partition, taken in order and done in any order; tells up to which one all are
 * done.
 *
 * <p>Kafka keeps one number per partition: everything below it counts as done. So an offset may be
 * acknowledged only when no earlier one is open. Of neighbours that are done, only the last is
 * remembered: memory grows with the open offsets, not with those that are done behind an open one.
 *
 * <p>Not thread-safe.
 *
 * @param <A> what acknowledges an offset
 */
final class ContiguousOffsets<A> {

    private final NavigableMap<Long, A> open = new TreeMap<>();
    private final NavigableMap<Long, A> doneAhead = new TreeMap<>();

    /** An offset greater than all before it; there may be gaps, as Kafka leaves some itself. */
    void taken(long offset, A acknowledgement) {
        if ((!open.isEmpty() && open.lastKey() >= offset)
                || (!doneAhead.isEmpty() && doneAhead.lastKey() >= offset)) {
            throw new IllegalArgumentException("Offset " + offset + " comes after a greater one");
        }
        open.put(offset, acknowledgement);
    }

    /** The last offset that has nothing open before it, if this one moved it forward. */
    Optional<A> done(long offset) {
        A acknowledgement = open.remove(offset);
        if (acknowledgement == null) {
            throw new IllegalArgumentException("Offset " + offset + " is not open");
        }
        doneAhead.put(offset, acknowledgement);
        forgetIfFollowed(doneAhead.lowerEntry(offset));
        forgetIfFollowed(doneAhead.floorEntry(offset));
        return atWatermark();
    }

    int openCount() {
        return open.size();
    }

    int remembered() {
        return doneAhead.size();
    }

    private void forgetIfFollowed(Map.@Nullable Entry<Long, A> done) {
        if (done == null) {
            return;
        }
        Long next = doneAhead.higherKey(done.getKey());
        Long nextOpen = open.higherKey(done.getKey());
        if (next != null && (nextOpen == null || next < nextOpen)) {
            doneAhead.remove(done.getKey());
        }
    }

    private Optional<A> atWatermark() {
        Map.Entry<Long, A> first = doneAhead.firstEntry();
        if (!open.isEmpty() && open.firstKey() < first.getKey()) {
            return Optional.empty();
        }
        doneAhead.remove(first.getKey());
        return Optional.of(first.getValue());
    }
}
