package io.countersign.stack.up;

import io.countersign.test.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stack with stand-ins, as the real process that a person would have started. */
final class StackProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private StackProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static StackProcess start(Path data, Map<String, String> environment, String... options)
            throws IOException {
        Path output = Files.createTempFile("stack", ".out");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                // A shell that runs the tests in the background makes them ignore
                                // interrupts.
                                "env",
                                "--default-signal=INT",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StandInStack.class.getName(),
                                "--data-dir=" + data));
        command.addAll(Arrays.asList(options));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new StackProcess(builder.start(), output);
    }

    Process process() {
        return process;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isReady() {
        return output().contains("Countersign is ready");
    }

    /** Ends it as an operator would, if it still runs. */
    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(Patience.LONG.toSeconds(), TimeUnit.SECONDS).join();
        Files.deleteIfExists(output);
    }
}
