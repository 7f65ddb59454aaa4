package io.countersign.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does many things at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** The results of {@code action} for 0 to {@code times} - 1, each on a thread of its own. */
    public static <T> List<T> run(int times, IntFunction<T> action) throws Exception {
        CountDownLatch all = new CountDownLatch(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                Callable<T> task =
                        () -> {
                            all.countDown();
                            all.await();
                            return action.apply(number);
                        };
                futures.add(threads.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
