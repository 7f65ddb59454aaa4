package io.countersign.stack.own;

import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.keys.Secret;
import io.countersign.stack.state.StackFile;
import io.countersign.stack.state.StackFile.Running;
import io.countersign.stack.up.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A stack on free ports, started as {@code ./countersign up} starts it, and what it tells about
 * itself. It is ready when {@link #start} returns; {@link #close()} ends it as Ctrl-C does.
 */
public final class OwnStack implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(10);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_PAUSE = Duration.ofMillis(100);

    private final Process process;
    private final Path data;
    private final StackFile file;

    private OwnStack(Process process, Path data, StackFile file) {
        this.process = process;
        this.data = data;
        this.file = file;
    }

    /**
     * Starts a stack and returns when everything is ready.
     *
     * @param checkout whose jars are built
     * @param data a new folder
     * @param environment of the stack and its programs, added to this process's own
     * @param options of {@code ./countersign up}
     * @throws IOException with what it printed, when it did not start
     */
    public static OwnStack start(
            Path checkout, Path data, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path output = data.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command(checkout, data, options));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!Files.readString(output).contains("Ctrl-C")) {
            if (process.waitFor(LOOK_PAUSE) || System.nanoTime() > end) {
                process.destroy();
                throw new IOException("The stack did not start:\n" + Files.readString(output));
            }
        }
        return new OwnStack(process, data, StackFile.read(data).orElseThrow());
    }

    private static List<String> command(Path checkout, Path data, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dcountersign.checkout=" + checkout);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(LocalStack.class.getName(), "up", "--free-ports"));
        command.add("--data-dir=" + data);
        command.addAll(Arrays.asList(options));
        return command;
    }

    /** The login page, by the name that browsers treat as secure. */
    public URI login() {
        return URI.create(file.login());
    }

    public URI handset() {
        return URI.create(file.handset());
    }

    /** Where one of its programs listens to HTTP. */
    public URI address(String program) {
        return URI.create("http://127.0.0.1:" + program(program).port());
    }

    public String kafka() {
        return file.kafka();
    }

    public String redis() {
        return "redis://:%s@127.0.0.1:%d"
                .formatted(secret(Secret.REDIS_PASSWORD), program("redis").port());
    }

    /** As a JDBC address with user and password in it. */
    public String postgres(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=countersign&password=%s"
                .formatted(program("postgres").port(), database, secret(Secret.POSTGRES_PASSWORD));
    }

    public Path keys() {
        return data.resolve("keys");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** All its programs, the servers among them. */
    public List<Running> programs() {
        try {
            return StackFile.read(data).orElse(file).processes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this name, as it runs now: its process is another after a restart. */
    public Running program(String name) {
        return programs().stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The stack has no " + name));
    }

    private String secret(Secret secret) {
        try {
            return new KeyFolder(keys()).read(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
