package io.countersign.e2e;

import io.countersign.stack.state.StackFile;
import io.countersign.stack.state.StackFile.Running;
import io.countersign.stack.up.LocalStack;
import io.countersign.test.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A stack of its own on free ports, started as {@code ./countersign up} starts it. */
final class RunningStack implements AutoCloseable {

    private final Process process;
    private final Path data;
    private final StackFile file;

    private RunningStack(Process process, Path data, StackFile file) {
        this.process = process;
        this.data = data;
        this.file = file;
    }

    /** Starts a stack; returns when everything is ready. */
    static RunningStack start(Map<String, String> environment, String... options) {
        try {
            Path data = Files.createTempDirectory("countersign-e2e");
            Path output = data.resolve("output.txt");
            ProcessBuilder builder = new ProcessBuilder(command(data, options));
            builder.environment().putAll(environment);
            Process process =
                    builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            Awaitility.await()
                    .until(
                            () -> {
                                if (!process.isAlive()) {
                                    throw new IllegalStateException(Files.readString(output));
                                }
                                return Files.readString(output).contains("Ctrl-C");
                            });
            return new RunningStack(process, data, StackFile.read(data).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path data, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dcountersign.checkout=" + Path.of("..").toAbsolutePath().normalize());
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.addAll(List.of(LocalStack.class.getName(), "up", "--free-ports"));
        command.add("--data-dir=" + data);
        command.addAll(Arrays.asList(options));
        return command;
    }

    URI login() {
        return URI.create(file.login());
    }

    URI handset() {
        return URI.create(file.handset());
    }

    Simulator simulator() {
        return new Simulator(URI.create("http://127.0.0.1:" + running("carrier-simulator").port()));
    }

    String kafka() {
        return file.kafka();
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path logs() {
        return data.resolve("logs");
    }

    String secret(String name) {
        try {
            return Files.readString(keys().resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String redisUrl() {
        return "redis://:%s@127.0.0.1:%d"
                .formatted(secret("redis-password"), running("redis").port());
    }

    int port(String name) {
        return running(name).port();
    }

    ProcessHandle process(String name) {
        return ProcessHandle.of(running(name).pid()).orElseThrow();
    }

    private Running running(String name) {
        try {
            Optional<Running> found =
                    StackFile.read(data).orElse(file).processes().stream()
                            .filter(running -> running.name().equals(name))
                            .findFirst();
            return found.orElseThrow(() -> new IllegalStateException("no process " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All processes of the stack that still live. */
    List<ProcessHandle> alive() {
        return file.processes().stream()
                .flatMap(running -> ProcessHandle.of(running.pid()).stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Patience.LONG)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
