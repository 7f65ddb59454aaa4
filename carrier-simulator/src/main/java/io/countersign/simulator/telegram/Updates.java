package io.countersign.simulator.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the bot has yet to be told. An update is kept until it is confirmed, and there is one poll
 * at a time: a later one ends an earlier one.
 */
@Component
public class Updates {

    private final Deque<Update> pending = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    private long lastId;
    private long lastPoll;

    Updates(Clock clock) {
        this.lastId = clock.instant().getEpochSecond() % 1_000_000_000L;
    }

    /**
     * Adds something that has happened, unless the bot does not want updates of its kind.
     *
     * @param kind such as {@code message}
     */
    synchronized void add(String kind, Object content) {
        Update update = new Update(lastId + 1, Map.of(kind, content));
        if (allowed.isEmpty() || update.isOneOf(allowed)) {
            enqueue(update);
        }
    }

    /** Adds an update that no person has caused; a missing id is made up. */
    synchronized Update forge(Optional<Long> id, Map<String, Object> content) {
        Update update = new Update(id.orElse(lastId + 1), content);
        enqueue(update);
        return update;
    }

    /** Says which kinds the bot wants from now on; none stands for all. */
    public synchronized void allow(Set<String> kinds) {
        allowed = Set.copyOf(kinds);
    }

    public synchronized Set<String> allowed() {
        return allowed;
    }

    /**
     * Waits for updates as long as patience lasts.
     *
     * @param offset confirms all updates with smaller ids; a negative one confirms all but so many
     * @return empty if a later poll has ended this one
     */
    public synchronized Optional<List<Update>> poll(long offset, int limit, Duration patience)
            throws InterruptedException {
        long poll = ++lastPoll;
        confirm(offset);
        notifyAll();
        awaitAny(poll, patience);
        return poll == lastPoll
                ? Optional.of(pending.stream().limit(limit).toList())
                : Optional.empty();
    }

    /** The oldest unconfirmed update, once there is one; empty when patience runs out. */
    public synchronized Optional<Update> awaitFirst(Duration patience) throws InterruptedException {
        awaitAny(lastPoll, patience);
        return Optional.ofNullable(pending.peekFirst());
    }

    public synchronized void confirm(Update update) {
        pending.remove(update);
    }

    public synchronized int count() {
        return pending.size();
    }

    public synchronized void clear() {
        pending.clear();
    }

    private synchronized void awaitAny(long poll, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (pending.isEmpty() && poll == lastPoll && left > 0) {
            wait(left);
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
    }

    private void confirm(long offset) {
        if (offset > 0) {
            pending.removeIf(update -> update.id() < offset);
        }
        while (offset < 0 && pending.size() > -offset) {
            pending.removeFirst();
        }
    }

    private void enqueue(Update update) {
        lastId = Math.max(lastId, update.id());
        pending.add(update);
        notifyAll();
    }
}
