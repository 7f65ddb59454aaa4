package io.countersign.identity.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * One holder at a time within this program for each name. The database locks too, for all
 * instances; here the others wait without holding a connection.
 */
@Component
public class NamedLocks {

    private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();

    /**
     * The lock of one name.
     *
     * @param wanted how many hold it or wait for it
     */
    private record Turn(String name, ReentrantLock lock, int wanted) {

        Turn and(int more) {
            return new Turn(name, lock, wanted + more);
        }
    }

    /**
     * Does something to an account while holding its lock.
     *
     * @throws TooBusy when its turn did not come
     */
    public <T> T inTurn(UUID account, Supplier<T> what) {
        return inTurn(List.of("account " + account), what);
    }

    /**
     * Does something once it holds the locks of all names. Waits until the request's {@link
     * Deadline} at most. The holder of a lock may take it again.
     *
     * @throws TooBusy when its turn did not come
     */
    public <T> T inTurn(Collection<String> names, Supplier<T> what) {
        Deque<Turn> had = new ArrayDeque<>();
        try {
            // Always in the same order, so that two do not wait for each other.
            names.stream().distinct().sorted().map(this::wanted).forEach(had::push);
            return what.get();
        } finally {
            had.forEach(this::over);
        }
    }

    int wantedNames() {
        return turns.size();
    }

    private Turn wanted(String name) {
        Turn turn =
                turns.compute(
                        name,
                        (_, before) ->
                                before == null
                                        ? new Turn(name, new ReentrantLock(true), 1)
                                        : before.and(1));
        try {
            await(turn.lock());
            return turn;
        } catch (TooBusy e) {
            left(name);
            throw e;
        }
    }

    private void over(Turn turn) {
        turn.lock().unlock();
        left(turn.name());
    }

    private void left(String name) {
        turns.computeIfPresent(name, (_, turn) -> turn.wanted() == 1 ? null : turn.and(-1));
    }

    private static void await(ReentrantLock lock) {
        try {
            Optional<Duration> left = Deadline.left();
            if (left.isEmpty()) {
                lock.lockInterruptibly();
            } else if (!lock.tryLock(left.get().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TooBusy("others had their turn too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy("interrupted");
        }
    }
}
