package io.countersign.gateway.session;

import io.countersign.gateway.Visitor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that ask with one and the same cookie again and again, as a page that waits does. */
final class Polling implements AutoCloseable {

    private static final int ENOUGH = 3;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean rotated = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger signedIn = new AtomicInteger();
    private final CountDownLatch begun;
    private final CountDownLatch enough;
    private final Visitor visitor;

    /** Begins; returns once each connection had an answer. */
    Polling(int connections, Visitor visitor) throws InterruptedException {
        this.visitor = visitor.copy();
        begun = new CountDownLatch(connections);
        enough = new CountDownLatch(ENOUGH * connections);
        for (int i = 0; i < connections; i++) {
            threads.execute(this::poll);
        }
        begun.await();
    }

    /**
     * How many that began from now on, a few of each connection and its last, were those of who is
     * signed in.
     */
    int signedInFromNowOn() throws InterruptedException {
        rotated.set(true);
        enough.await();
        return signedIn.get();
    }

    private void poll() {
        int asked = 0;
        while (!over.get() && asked < ENOUGH) {
            boolean after = rotated.get();
            boolean in = visitor.get("/api/v1/session").body().contains("SIGNED_IN");
            begun.countDown();
            if (after) {
                signedIn.addAndGet(in ? 1 : 0);
                enough.countDown();
                asked++;
            }
        }
    }

    @Override
    public void close() {
        over.set(true);
        threads.close();
    }
}
