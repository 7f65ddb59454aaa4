package io.countersign.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link HoldingWorker} in a process of its own, to be killed. */
final class WorkerProcess implements AutoCloseable {

    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Process process;

    WorkerProcess(Class<?> program, String address, Topic topic, String group) throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName(),
                                address,
                                topic.name(),
                                group)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Thread.ofVirtual().start(this::read);
    }

    /** The events it said it has in hand. */
    List<String> held() {
        return List.copyOf(held);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines()
                    .filter(line -> line.startsWith(HoldingWorker.HELD))
                    .map(line -> line.substring(HoldingWorker.HELD.length()))
                    .forEach(held::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
