package io.countersign.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a server that has just been started. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int LINES_TOLD = 15;

    private Readiness() {}

    /**
     * Returns when the server is ready.
     *
     * @throws IOException with the end of its log, when it died or took too long
     */
    static void await(
            String name, Duration patience, Path log, BooleanSupplier alive, BooleanSupplier ready)
            throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!alive.getAsBoolean()) {
                throw new IOException(name + " ended while starting. " + endOf(log));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        name + " was not ready after " + patience + ". " + endOf(log));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static String endOf(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return "Its last lines:\n"
                + String.join(
                        "\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }
}
