package io.countersign.identity.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SECURITY-34")
class FairWorkersTest {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> order = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void end() {
        gate.countDown();
        callers.shutdownNow();
    }

    @Test
    void whoAsksForMuchWaitsForWhoAsksForLittle() {
        try (FairWorkers workers = new FairWorkers("one", 1)) {
            blocked(workers, "greedy");
            for (int i = 0; i < 20; i++) {
                ask(workers, "greedy", false);
            }
            ask(workers, "modest", false);
            gate.countDown();

            await().until(() -> order.size() == 21);
            assertThat(List.copyOf(order).indexOf("modest")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void knownOnesGoFirst() {
        try (FairWorkers workers = new FairWorkers("one", 1)) {
            blocked(workers, "greedy");
            for (int i = 0; i < 20; i++) {
                ask(workers, "stranger " + i, false);
            }
            ask(workers, "known", true);
            gate.countDown();

            await().until(() -> order.size() == 21);
            assertThat(order.peek()).isEqualTo("known");
        }
    }

    @Test
    void nobodyHasAllThreads() {
        try (FairWorkers workers = new FairWorkers("two", 2)) {
            blocked(workers, "greedy");
            ask(workers, "greedy", false);

            assertThat(workers.run("modest", false, () -> "done")).isEqualTo("done");
            assertThat(order).isEmpty();
        }
    }

    @Test
    void what_computes_comes_after_what_answers() {
        try (FairWorkers workers = new FairWorkers("one", 1)) {
            int priority = workers.run("any", false, () -> Thread.currentThread().getPriority());

            assertThat(priority).isLessThan(Thread.currentThread().getPriority());
        }
    }

    private void blocked(FairWorkers workers, String client) {
        CountDownLatch begun = new CountDownLatch(1);
        callers.execute(
                () ->
                        workers.run(
                                client,
                                false,
                                () -> {
                                    begun.countDown();
                                    waitAtTheGate();
                                    return client;
                                }));
        await().until(() -> begun.getCount() == 0);
    }

    /** Comes after all that asked before. */
    private void ask(FairWorkers workers, String client, boolean first) {
        int before = workers.waiting();
        callers.execute(() -> workers.run(client, first, () -> order.add(client)));
        await().until(() -> workers.waiting() > before);
    }

    private void waitAtTheGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
