package io.countersign.identity.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works on platform threads, one for each core, so that computing takes no carrier threads away
 * from virtual threads that wait. Clients take turns, and where there are several, none has all
 * threads at once, however much it asks for.
 *
 * <p>Their priority is the lowest, so that what costs next to nothing does not wait behind what is
 * computed. Java heeds priorities only with {@code -XX:ThreadPriorityPolicy=1}.
 */
public final class FairWorkers implements AutoCloseable {

    private final List<Thread> threads;
    private final int mostOfOne;
    private final Map<String, Queue<FutureTask<?>>> preferred = new LinkedHashMap<>();
    private final Map<String, Queue<FutureTask<?>>> others = new LinkedHashMap<>();
    private final Map<String, Integer> working = new HashMap<>();

    @SuppressWarnings("ThreadPriorityCheck") // It makes answers quicker; none depends on it.
    public FairWorkers(String name, int threads) {
        mostOfOne = Math.max(1, threads - 1);
        this.threads =
                IntStream.rangeClosed(1, threads)
                        .mapToObj(
                                i ->
                                        Thread.ofPlatform()
                                                .daemon()
                                                .priority(Thread.MIN_PRIORITY)
                                                .name(name + "-" + i)
                                                .start(this::work))
                        .toList();
    }

    private record Turn(String client, FutureTask<?> task) {}

    /**
     * Waits for the task's turn and for its end, at most until the request's {@link Deadline}.
     *
     * @param client on whose behalf
     * @param first whether it goes before the tasks that are not first
     * @throws TooBusy when it was not done in time
     */
    public <T> T run(String client, boolean first, Supplier<T> what) {
        FutureTask<T> task = new FutureTask<>(what::get);
        add(client, first ? preferred : others, task);
        try {
            Optional<Duration> left = Deadline.left();
            return left.isPresent()
                    ? task.get(left.get().toNanos(), TimeUnit.NANOSECONDS)
                    : task.get();
        } catch (TimeoutException | CancellationException e) {
            throw new TooBusy("nothing was computed in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            var _ = task.cancel(false);
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private synchronized void add(
            String client, Map<String, Queue<FutureTask<?>>> waiting, FutureTask<?> task) {
        waiting.computeIfAbsent(client, _ -> new ArrayDeque<>()).add(task);
        notifyAll();
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return Stream.of(preferred, others)
                .flatMap(each -> each.values().stream())
                .mapToInt(Queue::size)
                .sum();
    }

    private void work() {
        try {
            while (true) {
                Turn turn = next();
                try {
                    turn.task().run();
                } finally {
                    done(turn.client());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Turn next() throws InterruptedException {
        while (true) {
            Turn turn = pick(preferred);
            if (turn == null) {
                turn = pick(others);
            }
            if (turn != null) {
                working.merge(turn.client(), 1, Integer::sum);
                return turn;
            }
            wait();
        }
    }

    /** The client that is picked goes to the end. */
    private @Nullable Turn pick(Map<String, Queue<FutureTask<?>>> waiting) {
        Iterator<Map.Entry<String, Queue<FutureTask<?>>>> each = waiting.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, Queue<FutureTask<?>>> entry = each.next();
            String client = entry.getKey();
            Queue<FutureTask<?>> tasks = entry.getValue();
            tasks.removeIf(FutureTask::isDone);
            if (tasks.isEmpty()) {
                each.remove();
            } else if (working.getOrDefault(client, 0) < mostOfOne) {
                FutureTask<?> task = tasks.remove();
                each.remove();
                if (!tasks.isEmpty()) {
                    waiting.put(client, tasks);
                }
                return new Turn(client, task);
            }
        }
        return null;
    }

    private synchronized void done(String client) {
        working.computeIfPresent(client, (_, n) -> n == 1 ? null : n - 1);
        notifyAll();
    }
}
