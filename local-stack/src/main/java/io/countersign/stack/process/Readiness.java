package io.countersign.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a process that has just been started. */
public final class Readiness {

    /** Long enough for a disk that others keep busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private Readiness() {}

    /**
     * Returns when the process is ready, however long that takes.
     *
     * @throws IOException with the end of its log, when it ended or stands still
     */
    public static void await(Tended process, BooleanSupplier ready) throws IOException {
        await(process, PATIENCE, ready);
    }

    /**
     * The same.
     *
     * @param patience how long it may stand still
     * @throws StandsStill when it did
     */
    public static void await(Tended process, Duration patience, BooleanSupplier ready)
            throws IOException {
        StartProgress progress = new StartProgress(process, patience, InstantSource.system());
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
            if (progress.standsStill()) {
                throw new StandsStill(process, patience);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }
}
