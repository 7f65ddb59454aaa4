package io.countersign.bench.peer;

import io.countersign.stack.application.ExecutableJar;
import java.io.IOException;
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

    /** Seconds of one core for one check, in a program with the gateway's flags. */
    public static double seconds(Duration length) throws IOException, InterruptedException {
        double checks = measure(ExecutableJar.hashingFlags(HEAP_MEGABYTES), length);
        return Runtime.getRuntime().availableProcessors() / checks;
    }

    /** Runs in a program of its own with these flags, and tells the checks a second. */
    private static double measure(List<String> flags, Duration length)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareHash.class.getName(),
                        Long.toString(length.toMillis())));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The bare hash ended with " + process.exitValue());
        }
        return Double.parseDouble(printed.strip());
    }

    /** The program: the first half warms up. */
    public static void main(String[] arguments) throws InterruptedException {
        long nanos = Duration.ofMillis(Long.parseLong(arguments[0])).toNanos();
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
                                        while (System.nanoTime() - begin < nanos) {
                                            boolean counts = System.nanoTime() - begin > nanos / 2;
                                            if (encoder.matches("a password", hash) && counts) {
                                                checked.incrementAndGet();
                                            }
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(checked.get() / (nanos / 2e9));
    }
}
