package io.countersign.challenge.walk;

import java.security.SecureRandom;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Walks that are different in every run and can be repeated, as far as real time and threads are
 * not part of them: a failure names its seed, and {@code -Dwalk.seed=…} walks that one alone.
 */
final class Walks {

    private Walks() {}

    static void walk(int times, Consumer<Random> walk) {
        Long replayed = Long.getLong("walk.seed");
        if (replayed != null) {
            walk(replayed.longValue(), walk);
            return;
        }
        SecureRandom seeds = new SecureRandom();
        for (int i = 0; i < times; i++) {
            walk(seeds.nextLong(), walk);
        }
    }

    private static void walk(long seed, Consumer<Random> walk) {
        try {
            walk.accept(new Random(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("repeat with -Dwalk.seed=" + seed, e);
        }
    }
}
