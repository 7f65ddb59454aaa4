package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A process that is to run until it is no longer wanted. */
public interface Tended {

    /** For people. */
    String name();

    /** Another one after each restart. */
    long pid();

    boolean isAlive();

    /** Of the process that has ended, 128 and the signal's number when a signal ended it. */
    int exitCode();

    /** Whether it has come up as far as it can by itself; what it depends on does not count. */
    default boolean listens() {
        return true;
    }

    /** What it and its own children have used so far; nothing when the system does not say. */
    default Duration processorTime() {
        return ProcessHandle.of(pid()).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What it prints. */
    Path log();

    /** Stops it in good order. */
    void stop();

    /** Ends it as {@code kill -9} does. */
    void kill();

    /**
     * Starts it again.
     *
     * @throws IOException when it could not be started; it can be tried again
     */
    void restart() throws IOException;
}
