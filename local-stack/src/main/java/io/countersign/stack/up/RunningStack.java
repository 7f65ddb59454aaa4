package io.countersign.stack.up;

import io.countersign.stack.up.StackFile.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The stack that another process runs in a data folder. */
final class RunningStack {

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);

    private final StackFile file;

    private RunningStack(StackFile file) {
        this.file = file;
    }

    /** Empty when none runs, or has not finished starting. */
    static Optional<RunningStack> in(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return Optional.empty();
        }
        Optional<StackLock> lock = StackLock.take(data);
        if (lock.isPresent()) {
            lock.get().close();
            return Optional.empty();
        }
        return StackFile.read(data).map(RunningStack::new);
    }

    String description() {
        StringBuilder text = new StringBuilder();
        text.append("Countersign runs as process %d.%n".formatted(file.pid()));
        text.append("  Login page  %s%n".formatted(file.login()));
        text.append("  Handset     %s%n".formatted(file.handset()));
        text.append("  Kafka       %s%n".formatted(file.kafka()));
        for (Running process : file.processes()) {
            text.append(
                    "  %-18s process %d on 127.0.0.1:%d%s%n"
                            .formatted(
                                    process.name(),
                                    process.pid(),
                                    process.port(),
                                    isAlive(process) ? "" : ", which has ended"));
        }
        return text.append("./countersign stop, or Ctrl-C where it runs, stops it.").toString();
    }

    /** Returns when it has stopped; false when it did not within a minute. */
    boolean stop() {
        Optional<ProcessHandle> process = ProcessHandle.of(file.pid());
        process.ifPresent(ProcessHandle::destroy);
        try {
            if (process.isPresent()) {
                process.get().onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    private static boolean isAlive(Running process) {
        return ProcessHandle.of(process.pid()).map(ProcessHandle::isAlive).orElse(false);
    }
}
