package io.countersign.gateway.attack;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** Asks the same over and over, many at a time, until it is closed. */
final class Flood implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final CountDownLatch refusals;
    private volatile boolean over;

    Flood(int atATime, IntSupplier request) {
        refusals = new CountDownLatch(atATime);
        for (int i = 0; i < atATime; i++) {
            threads.execute(() -> ask(request));
        }
    }

    /** Until as many were refused as ask at a time. */
    void awaitRefusals() {
        try {
            refusals.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Set<Integer> statuses() {
        return Set.copyOf(statuses);
    }

    private void ask(IntSupplier request) {
        while (!over) {
            int status = request.getAsInt();
            statuses.add(status);
            if (status == 429 || status == 503) {
                refusals.countDown();
            }
        }
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
