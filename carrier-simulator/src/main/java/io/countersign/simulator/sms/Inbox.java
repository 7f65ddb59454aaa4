package io.countersign.simulator.sms;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** The latest messages of one number; every change wakes up those who wait for one. */
final class Inbox {

    private final SequencedMap<String, TextMessage> messages = new LinkedHashMap<>();
    private final int capacity;
    private long revision;
    private long clearedAt;

    /**
     * @param firstRevision higher than any that an earlier run of the simulator has given out, so
     *     that a page left open meanwhile learns that its messages are gone
     */
    Inbox(int capacity, long firstRevision) {
        this.capacity = capacity;
        this.revision = firstRevision;
        this.clearedAt = firstRevision;
    }

    /** Returns the message forgotten for the new one, if the inbox was full. */
    synchronized Optional<TextMessage> add(TextMessage message) {
        messages.put(message.sid(), message.at(message.progress(), ++revision));
        notifyAll();
        return messages.size() > capacity
                ? Optional.of(messages.pollFirstEntry().getValue())
                : Optional.empty();
    }

    synchronized Optional<TextMessage> advance(String sid, UnaryOperator<Progress> step) {
        TextMessage advanced =
                messages.computeIfPresent(
                        sid, (_, found) -> found.at(step.apply(found.progress()), ++revision));
        notifyAll();
        return Optional.ofNullable(advanced);
    }

    synchronized Optional<TextMessage> find(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    synchronized void forget(String sid) {
        messages.remove(sid);
    }

    synchronized List<TextMessage> all() {
        return List.copyOf(messages.values());
    }

    synchronized void clear() {
        messages.clear();
        clearedAt = ++revision;
        notifyAll();
    }

    synchronized Changes since(long seen) {
        boolean cleared = seen < clearedAt;
        List<TextMessage> changed =
                messages.values().stream()
                        .filter(message -> cleared || message.revision() > seen)
                        .toList();
        return new Changes(cleared, changed, revision);
    }

    /** Waits for a change after {@code seen}, but no longer than {@code patience}. */
    synchronized Changes awaitSince(long seen, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (revision <= seen) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return since(seen);
    }
}
