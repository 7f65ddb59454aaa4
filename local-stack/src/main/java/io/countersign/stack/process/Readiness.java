package io.countersign.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a process that has just been started. */
public final class Readiness {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private Readiness() {}

    /**
     * Returns when the process is ready.
     *
     * @throws IOException with the end of its log, when it ended or took too long
     */
    public static void await(Tended process, Duration patience, BooleanSupplier ready)
            throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IOException(
                        "%s ended with exit code %d while starting. %s"
                                .formatted(
                                        process.name(),
                                        process.exitCode(),
                                        LogTail.of(process.log())));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "%s was not ready after %d s. %s"
                                .formatted(
                                        process.name(),
                                        patience.toSeconds(),
                                        LogTail.of(process.log())));
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }
}
