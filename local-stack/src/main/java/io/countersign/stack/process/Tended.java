package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Path;

/** A process that is to run until it is no longer wanted. */
public interface Tended {

    /** For people. */
    String name();

    /** Another one after each restart. */
    long pid();

    boolean isAlive();

    /** Of the process that has ended, 128 and the signal's number when a signal ended it. */
    int exitCode();

    /** What it prints. */
    Path log();

    /**
     * Starts it again.
     *
     * @throws IOException when it could not be started; it can be tried again
     */
    void restart() throws IOException;
}
