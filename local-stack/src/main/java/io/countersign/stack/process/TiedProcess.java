package io.countersign.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process tied to this one by its standard input: when that pipe ends, the child stops. So
 * it never outlives this process, not even after {@code kill -9}.
 *
 * <p>It gets a session of its own where the system can do that, because Ctrl-C reaches a whole
 * process group and servers have to stop after their clients.
 */
public final class TiedProcess {

    private static final String OWN_SESSION =
            """
            umask 077
            if command -v setsid >/dev/null; then exec setsid "$@"; fi
            exec "$@"
            """;

    private static final String OWN_SESSION_AND_WATCHER =
            """
            signal=$1; shift
            exec 3<&0 </dev/null
            (cat <&3 >/dev/null; kill -s "$signal" $$) 2>/dev/null &
            exec 3<&-
            """
                    + OWN_SESSION;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Duration DEATH_PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final CompletableFuture<Void> ended;

    private TiedProcess(Process process) {
        this.process = process;
        this.ended = process.onExit().thenAccept(TiedProcess::endInput);
    }

    /**
     * Starts a program that knows nothing about this; a watcher beside it sends it a signal.
     *
     * @param stopSignal the signal, without SIG, on which it stops in good order at once
     * @param log gets all that it prints
     */
    public static TiedProcess ofNative(List<String> command, String stopSignal, Path log)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(stopSignal));
        arguments.addAll(command);
        return start(OWN_SESSION_AND_WATCHER, arguments, Map.of(), log);
    }

    /**
     * Starts a program that stops by itself in good order when its input ends, as one run by {@link
     * Child} does.
     *
     * @param environment added to this process's own
     */
    public static TiedProcess ofReader(
            List<String> command, Map<String, String> environment, Path log) throws IOException {
        return start(OWN_SESSION, command, environment, log);
    }

    private static TiedProcess start(
            String script, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        createPrivately(log);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new TiedProcess(builder.start());
    }

    private static void createPrivately(Path log) throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log, OWNER_ONLY);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As a shell tells it: 128 and the signal's number when a signal ended it. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Stops it in good order, by force when it takes longer than it may. */
    public void stop(Duration patience) {
        endInput(process);
        if (!endsWithin(patience)) {
            kill();
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        if (!endsWithin(DEATH_PATIENCE)) {
            throw new IllegalStateException("Process " + pid() + " survived being killed");
        }
    }

    boolean endsWithin(Duration patience) {
        try {
            ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The pipe to process " + pid() + " is stuck", e);
        }
    }

    private static void endInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
