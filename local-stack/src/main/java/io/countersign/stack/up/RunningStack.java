package io.countersign.stack.up;

import io.countersign.stack.state.StackFile;
import io.countersign.stack.state.StackFile.Running;
import io.countersign.stack.state.StackLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The stack that another process runs in a data folder. */
final class RunningStack {

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);

    private final ProcessHandle process;
    private final Optional<StackFile> file;

    private RunningStack(ProcessHandle process, Optional<StackFile> file) {
        this.process = process;
        this.file = file;
    }

    /** Empty when none runs there. */
    static Optional<RunningStack> in(Path data) throws IOException {
        Optional<ProcessHandle> holder = StackLock.holder(data);
        Optional<StackFile> file = StackFile.read(data);
        return holder.map(process -> new RunningStack(process, file));
    }

    String description() {
        return file.map(RunningStack::description)
                .orElse("Countersign is just starting, as process " + process.pid() + ".");
    }

    private static String description(StackFile file) {
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
        process.destroy();
        try {
            process.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
