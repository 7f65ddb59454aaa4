package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A {@link JavaProgram} that runs. */
public final class JavaProcess implements Tended {

    /** Workers drain what is in flight within 10 s. */
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(15);

    /** A process that is still starting has nothing to drain. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(1);

    private final JavaProgram program;
    private final Path log;
    private volatile TiedProcess process;
    private volatile Duration stopPatience = START_PATIENCE;

    private JavaProcess(JavaProgram program, Path log) throws IOException {
        this.program = program;
        this.log = log;
        this.process = launch();
    }

    /**
     * Starts it without waiting for anything.
     *
     * @param logs the folder for its log; that of an earlier run is kept beside it
     */
    public static JavaProcess start(JavaProgram program, Path logs) throws IOException {
        Files.createDirectories(logs);
        Path log = logs.resolve(program.name() + ".log");
        if (Files.exists(log)) {
            Path earlier = logs.resolve(program.name() + ".previous.log");
            Files.move(log, earlier, StandardCopyOption.REPLACE_EXISTING);
        }
        return new JavaProcess(program, log);
    }

    @Override
    public String name() {
        return program.name();
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
    public void restart() throws IOException {
        stop();
        process = launch();
    }

    /** To be told when it is ready: from then on it gets the time to finish what it does. */
    public void nowReady() {
        stopPatience = DRAIN_PATIENCE;
    }

    /** Stops it in good order. */
    public void stop() {
        process.stop(stopPatience);
    }

    @Override
    public void kill() {
        process.kill();
    }

    private TiedProcess launch() throws IOException {
        return TiedProcess.ofReader(program.command(), program.environment(), log);
    }
}
