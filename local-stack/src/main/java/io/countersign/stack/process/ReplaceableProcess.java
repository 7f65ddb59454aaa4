package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that {@link #restart()} replaces by another, which has the same name and log. */
public final class ReplaceableProcess implements Tended {

    private final String name;
    private final Path log;
    private final Launch launch;
    private volatile Duration stopPatience;
    private volatile TiedProcess process;

    /** Starts one process more. */
    @FunctionalInterface
    public interface Launch {
        TiedProcess start(Path log) throws IOException;
    }

    /**
     * Starts the first one without waiting for anything.
     *
     * @param stopPatience how long it may take to stop in good order
     */
    public ReplaceableProcess(String name, Path log, Duration stopPatience, Launch launch)
            throws IOException {
        this.name = name;
        this.log = log;
        this.stopPatience = stopPatience;
        this.launch = launch;
        this.process = launch.start(log);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public int exitCode() {
        return process.exitCode();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() throws IOException {
        stop();
        process = launch.start(log);
    }

    @Override
    public void stop() {
        process.stop(stopPatience);
    }

    void stopWithin(Duration patience) {
        stopPatience = patience;
    }
}
