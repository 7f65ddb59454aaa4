package io.countersign.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server program as child process, tied to this one by its standard input: a watcher beside it
 * stops it when that pipe ends, so it outlives this process in no case, not even {@code kill -9}.
 *
 * <p>It gets a session of its own where the system can do that, because Ctrl-C reaches a whole
 * process group and servers have to stop after their clients.
 */
final class NativeServer {

    private static final String TIE_TO_STDIN =
            """
            signal=$1; shift
            exec 3<&0 </dev/null
            (cat <&3 >/dev/null; kill -s "$signal" $$) 2>/dev/null &
            if command -v setsid >/dev/null; then exec setsid "$@" 3<&-; fi
            exec "$@" 3<&-
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final CompletableFuture<Void> ended;

    private NativeServer(Process process) {
        this.process = process;
        this.ended = process.onExit().thenAccept(NativeServer::releaseWatcher);
    }

    /**
     * Starts a program.
     *
     * @param stopSignal the signal, without SIG, on which it stops in good order at once
     * @param log gets all that it prints
     */
    static NativeServer start(List<String> command, String stopSignal, Path log)
            throws IOException {
        List<String> tied =
                new ArrayList<>(List.of("/bin/sh", "-c", TIE_TO_STDIN, "sh", stopSignal));
        tied.addAll(command);
        Process process =
                new ProcessBuilder(tied)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new NativeServer(process);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it in good order, by force only if it does not listen. */
    void stop() {
        releaseWatcher(process);
        if (!hasEnded(PATIENCE)) {
            kill();
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        if (!hasEnded(PATIENCE)) {
            throw new IllegalStateException("Process " + pid() + " survived being killed");
        }
    }

    private boolean hasEnded(Duration patience) {
        try {
            ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Process " + pid() + " could not be let go", e);
        }
    }

    private static void releaseWatcher(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
