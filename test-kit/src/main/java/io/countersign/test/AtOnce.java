package io.countersign.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.function.IntFunction;

/** Does many things at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** All begin together; the results are in order of their number, from 0. */
    public static <T> List<T> times(int many, IntFunction<T> action) {
        Phaser start = new Phaser(many);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> begun = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                begun.add(
                        threads.submit(
                                () -> {
                                    start.arriveAndAwaitAdvance();
                                    return action.apply(number);
                                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : begun) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
