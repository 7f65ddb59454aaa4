package io.countersign.bench.stack;

import io.countersign.stack.keys.Secret;
import io.countersign.stack.state.StackFile;
import io.countersign.stack.state.StackFile.Running;
import io.countersign.stack.up.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stack of its own on free ports, started as {@code ./countersign up} starts it. */
public final class BenchStack implements AutoCloseable {

    private static final long START_MINUTES = 10;

    private final Process process;
    private final Path data;
    private final StackFile file;

    private BenchStack(Process process, Path data, StackFile file) {
        this.process = process;
        this.data = data;
        this.file = file;
    }

    /**
     * The hash that peers use by default, and limits that no load of one machine reaches: what they
     * cost is measured, not what they stop.
     */
    private static Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("COUNTERSIGN_PASSWORD_MEMORYKIB", "7168"),
                Map.entry("COUNTERSIGN_PASSWORD_ITERATIONS", "5"),
                Map.entry("COUNTERSIGN_PASSWORD_PARALLELISM", "1"),
                Map.entry("COUNTERSIGN_REQUESTS_WITHIN", "30s"),
                Map.entry("COUNTERSIGN_REQUESTS_PASSWORDSPERCORE", "64"),
                Map.entry("COUNTERSIGN_REQUESTS_PASSWORDSPERCLIENT", "64"),
                Map.entry("COUNTERSIGN_LIMITS_PERNUMBERHOUR", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERNUMBERTENMINUTES", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERACCOUNTDAY", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERADDRESSHOUR", "1000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERREGIONDAY", "100000000"),
                Map.entry("COUNTERSIGN_LIMITS_PERDAY", "100000000"),
                Map.entry("COUNTERSIGN_SIGNIN_TRIESPERACCOUNT", "1000000"),
                Map.entry("COUNTERSIGN_SIGNIN_TRIESPERADDRESS", "1000000"));
    }

    /**
     * Starts a stack and returns when everything is ready.
     *
     * @param checkout whose jars are built
     * @param data a new folder
     * @param smsProvider where the SMS workers send to
     */
    public static BenchStack start(Path checkout, Path data, URI smsProvider)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path output = data.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dcountersign.checkout=" + checkout,
                                "-cp",
                                System.getProperty("java.class.path"),
                                LocalStack.class.getName(),
                                "up",
                                "--free-ports",
                                "--data-dir=" + data,
                                "--sms-provider=" + smsProvider));
        builder.environment().putAll(environment());
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(START_MINUTES);
        while (!Files.readString(output).contains("Ctrl-C")) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroy();
                throw new IOException("The stack did not start:\n" + Files.readString(output));
            }
        }
        return new BenchStack(process, data, StackFile.read(data).orElseThrow());
    }

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + running("auth-gateway").port());
    }

    public Path keys() {
        return data.resolve("keys");
    }

    /** What one of its programs logs. */
    public Path log(String program) {
        return Path.of(running(program).log());
    }

    public String kafka() {
        return file.kafka();
    }

    public String redis() {
        return "redis://:%s@127.0.0.1:%d"
                .formatted(secret(Secret.REDIS_PASSWORD), running("redis").port());
    }

    public String postgres(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=countersign&password=%s"
                .formatted(running("postgres").port(), database, secret(Secret.POSTGRES_PASSWORD));
    }

    /** All its programs by name, the servers among them. */
    public List<Running> programs() {
        return new ArrayList<>(file.processes());
    }

    private String secret(Secret secret) {
        try {
            return Files.readString(keys().resolve(secret.file())).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Running running(String name) {
        return file.processes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The stack has no " + name));
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
