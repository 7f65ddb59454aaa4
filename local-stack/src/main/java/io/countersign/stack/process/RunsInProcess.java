package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Path;

/** What runs in a process of its own: who tends the one tends the other. */
public interface RunsInProcess extends Tended {

    Tended process();

    @Override
    default String name() {
        return process().name();
    }

    @Override
    default long pid() {
        return process().pid();
    }

    @Override
    default boolean isAlive() {
        return process().isAlive();
    }

    @Override
    default int exitCode() {
        return process().exitCode();
    }

    @Override
    default Path log() {
        return process().log();
    }

    @Override
    default void stop() {
        process().stop();
    }

    @Override
    default void kill() {
        process().kill();
    }

    @Override
    default void restart() throws IOException {
        process().restart();
    }
}
