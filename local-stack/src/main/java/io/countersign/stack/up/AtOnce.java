package io.countersign.stack.up;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several slow things at the same time. */
final class AtOnce {

    private AtOnce() {}

    /**
     * Returns when all are done.
     *
     * @throws IOException as soon as one fails; the others are interrupted
     */
    static void run(List<? extends Callable<?>> tasks) throws IOException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Object> done = new ExecutorCompletionService<>(threads);
            for (Callable<?> task : tasks) {
                done.submit(task::call);
            }
            for (int i = 0; i < tasks.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
