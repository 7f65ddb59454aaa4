package io.countersign.bench.peer;

import io.countersign.stack.application.ExecutableJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** How many passwords a second a program can check that does nothing else, on all cores. */
public final class BareHash {

    private static final int HEAP_MEGABYTES = 256;

    private BareHash() {}

    /** With the parameters that every side of a comparison uses. */
    public static Argon2PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 7168, 5);
    }

    /**
     * What was measured.
     *
     * @param perSecond checks that all cores did a second, beside what else the machine did
     * @param cpu seconds of CPU for one check, which other load changes little
     */
    public record Hashes(double perSecond, double cpu) {}

    /** Runs in a program of its own with the gateway's flags. */
    public static Hashes measure(Duration length) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ExecutableJar.hashingFlags(HEAP_MEGABYTES));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareHash.class.getName(),
                        Long.toString(length.toMillis())));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The bare hash ended with " + process.exitValue());
        }
        String[] numbers = printed.strip().split(" ", 2);
        return new Hashes(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    /** The program: the first half warms up. */
    public static void main(String[] arguments) throws InterruptedException {
        Duration half = Duration.ofMillis(Long.parseLong(arguments[0]) / 2);
        var _ = check(half);
        Duration before = cpu();
        long checked = check(half);
        double cpu = cpu().minus(before).toNanos() / 1e9;
        System.out.println(checked / (half.toNanos() / 1e9) + " " + cpu / checked);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static long check(Duration length) throws InterruptedException {
        Argon2PasswordEncoder encoder = encoder();
        String hash = encoder.encode("a password");
        AtomicLong checked = new AtomicLong();
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        while (System.nanoTime() - begin < length.toNanos()) {
                                            if (encoder.matches("a password", hash)) {
                                                checked.incrementAndGet();
                                            }
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return checked.get();
    }
}
