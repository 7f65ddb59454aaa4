package io.countersign.stack.up;

import io.countersign.stack.application.Application;
import io.countersign.stack.application.HealthCheck;
import io.countersign.stack.application.RunningApplication;
import io.countersign.stack.console.Console;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.process.JavaProcess;
import io.countersign.stack.process.Supervisor;
import io.countersign.stack.process.Tended;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import io.countersign.stack.state.StackFile;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Everything that one {@code ./countersign up} runs, from the first server to the last child. */
final class Stack implements AutoCloseable {

    private static final Duration LOOK_PAUSE = Duration.ofMillis(500);

    private final Settings settings;
    private final Catalogue catalogue;
    private final Console console;
    private final InstantSource clock;
    private final HealthCheck health = new HealthCheck();
    private final Closing closing = new Closing();
    private final CountDownLatch closed = new CountDownLatch(1);

    Stack(Settings settings, Catalogue catalogue, Console console, InstantSource clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Starts everything, looks after it, and returns after {@link #close()}.
     *
     * @param onReady called once, when everything is ready
     * @throws StartRefused before anything was started, or when an application is not built
     * @throws IOException when a part did not come up; the others run until {@link #close()}
     */
    void run(Runnable onReady) throws IOException, StartRefused {
        refuseTakenPorts();
        StackFile.delete(settings.data());
        KeyFolder keys = completeKeys();
        Servers servers = new ServerStart(settings, keys, console, closing).run();
        List<RunningApplication> parts = launch(catalogue.applications(settings, servers, keys));
        AtOnce.run(parts.stream().map(this::comingUp).toList());
        StackFileWriter file = new StackFileWriter(settings, servers, parts);
        closing.add(file::delete);
        file.write();
        onReady.run();
        supervise(servers, parts, file);
    }

    /** Stops everything in good order; may be called while it is still starting. */
    @Override
    public void close() {
        closing.close();
        closed.countDown();
    }

    boolean isClosed() {
        return closing.isClosed();
    }

    private void refuseTakenPorts() throws StartRefused {
        List<String> conflicts = settings.conflicts();
        if (!conflicts.isEmpty()) {
            throw new StartRefused(String.join("\n", conflicts));
        }
    }

    private KeyFolder completeKeys() throws IOException {
        KeyFolder keys = new KeyFolder(settings.keys());
        if (!keys.complete(new SecureRandom()).isEmpty()) {
            console.step("New keys are in " + settings.keys());
        }
        return keys;
    }

    private List<RunningApplication> launch(List<Application> applications) throws IOException {
        List<RunningApplication> parts = new ArrayList<>();
        for (Application application : applications) {
            JavaProcess process = JavaProcess.start(application.program(), settings.logs());
            closing.add(process::stop);
            parts.add(new RunningApplication(application, process));
        }
        return parts;
    }

    private Callable<Void> comingUp(RunningApplication part) {
        return () -> {
            new ComingUp(part, health, console).await();
            return null;
        };
    }

    private void supervise(Servers servers, List<RunningApplication> parts, StackFileWriter file) {
        List<Tended> tended =
                new ArrayList<>(List.of(servers.kafka(), servers.redis(), servers.postgres()));
        tended.addAll(parts);
        Supervisor supervisor =
                new Supervisor(tended, settings.onDeath(), clock, console::step, file::write);
        closing.add(supervisor::end);
        try {
            while (!closed.await(LOOK_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                supervisor.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
