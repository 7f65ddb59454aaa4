package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A {@link JavaProgram} that runs. */
public final class JavaProcess implements RunsInProcess {

    /** Workers drain what is in flight within 10 s. */
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(15);

    /** A process that is still starting has nothing to drain. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(1);

    private final ReplaceableProcess process;

    private JavaProcess(JavaProgram program, Path log) throws IOException {
        this.process =
                new ReplaceableProcess(
                        program.name(),
                        log,
                        START_PATIENCE,
                        destination ->
                                TiedProcess.ofReader(
                                        program.command(), program.environment(), destination));
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
    public Tended process() {
        return process;
    }

    /** To be told when it is ready: from then on it gets the time to finish what it does. */
    public void nowReady() {
        process.stopWithin(DRAIN_PATIENCE);
    }
}
