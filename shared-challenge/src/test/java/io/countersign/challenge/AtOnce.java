package io.countersign.challenge;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does many things at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** The results of {@code action} for 0 to {@code times} - 1, each on a thread of its own. */
    public static <T> List<T> run(int times, IntFunction<T> action) {
        Phaser start = new Phaser(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, times)
                    .mapToObj(
                            number ->
                                    CompletableFuture.supplyAsync(
                                            () -> {
                                                start.arriveAndAwaitAdvance();
                                                return action.apply(number);
                                            },
                                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
