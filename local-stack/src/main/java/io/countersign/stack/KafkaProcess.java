package io.countersign.stack;

import io.countersign.stack.process.JavaProcess;
import io.countersign.stack.process.JavaProgram;
import io.countersign.stack.process.Readiness;
import io.countersign.stack.process.RunsInProcess;
import io.countersign.stack.process.Tended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An {@link EmbeddedKafka} in a process of its own, so that it can die.
 *
 * <p>{@link #kill()} and {@link #stop()} leave port and data to the next {@link #restart()}.
 */
public final class KafkaProcess implements RunsInProcess, AutoCloseable {

    private static final String READY = "ready";

    private final int port;
    private final JavaProcess process;

    /** Has the pid of the process that takes requests. */
    private final Path ready;

    private KafkaProcess(int port, JavaProcess process, Path ready) {
        this.port = port;
        this.ready = ready;
        this.process = process;
    }

    /**
     * Starts it and waits until it takes requests.
     *
     * @param folder for data and log; created when missing
     * @param port 0 for any free one
     */
    public static KafkaProcess start(Path folder, int port) throws IOException {
        return start(folder.resolve("data"), folder, port);
    }

    /**
     * The same.
     *
     * @param data folder of the data; created when missing
     * @param logs folder of the log; created when missing
     */
    public static KafkaProcess start(Path data, Path logs, int port) throws IOException {
        Folders.keepPrivate(data);
        int brokerPort = FreePort.orAny(port);
        JavaProgram program =
                new JavaProgram(
                        "kafka",
                        List.of(
                                "-Xmx256m",
                                "-Xms64m",
                                "-Xmn32m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1"),
                        JavaProgram.ownClassPath(),
                        Main.class.getName(),
                        Map.of(
                                "KAFKA_FOLDER", data.toString(),
                                "KAFKA_PORT", Integer.toString(brokerPort)));
        KafkaProcess kafka =
                new KafkaProcess(brokerPort, JavaProcess.start(program, logs), data.resolve(READY));
        try {
            kafka.awaitReadiness();
            return kafka;
        } catch (IOException e) {
            kafka.kill();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Tended process() {
        return process;
    }

    @Override
    public void restart() throws IOException {
        process.restart();
        awaitReadiness();
    }

    @Override
    public void close() {
        stop();
    }

    private void awaitReadiness() throws IOException {
        Readiness.await(this, this::hasSaidSo);
        process.nowReady();
    }

    private boolean hasSaidSo() {
        try {
            return Files.exists(ready) && Files.readString(ready).equals(Long.toString(pid()));
        } catch (IOException e) {
            return false;
        }
    }

    /** What runs in the process. */
    public static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(System.getenv("KAFKA_FOLDER"));
            EmbeddedKafka kafka =
                    EmbeddedKafka.start(folder, Integer.parseInt(System.getenv("KAFKA_PORT")));
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-stop"));
            Files.writeString(folder.resolve(READY), Long.toString(ProcessHandle.current().pid()));
        }
    }
}
