package io.countersign.stack.up;

import io.countersign.stack.Folders;
import io.countersign.stack.application.Application;
import io.countersign.stack.console.Console;
import io.countersign.stack.console.StackLog;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.process.JavaProgram;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import io.countersign.stack.state.StackLock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * {@code ./countersign train}: starts each program once, as far as it gets without taking anything
 * in, and keeps what makes its later starts quick.
 */
record Training(Settings settings, Catalogue catalogue, Console console) {

    /** Has Spring end the program when all its parts are there. */
    private static final List<String> END_WHEN_STARTED = List.of("-Dspring.context.exit=onRefresh");

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Trains what has not been trained since it was built. Its data is deleted afterwards. */
    void run() throws IOException, StartRefused {
        Folders.keepPrivate(settings.data());
        try (StackLock _ = LocalStack.lock(settings)) {
            Folders.keepPrivate(settings.logs());
            StackLog.writeTo(settings.logs());
            Closing closing = new Closing();
            Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
            try {
                train(closing);
            } finally {
                closing.close();
            }
        }
        Folders.delete(settings.data());
    }

    private void train(Closing closing) throws IOException, StartRefused {
        KeyFolder keys = new KeyFolder(settings.keys());
        keys.complete(new SecureRandom());
        Servers servers = new ServerStart(settings, keys, console, closing).run();
        Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
        AtOnce.run(
                catalogue.applications(settings, servers, keys).stream()
                        .map(Application::program)
                        .filter(program -> !program.startCache().exists())
                        .map(program -> (Callable<?>) () -> train(program, processors))
                        .toList());
    }

    private Void train(JavaProgram program, Semaphore processors)
            throws IOException, InterruptedException {
        processors.acquire();
        try {
            program.recordStart(
                    END_WHEN_STARTED, PATIENCE, settings.logs().resolve(program.name() + ".log"));
        } finally {
            processors.release();
        }
        console.step(program.name() + " starts quickly from now on");
        return null;
    }
}
