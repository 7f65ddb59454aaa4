package io.countersign.stack.up;

import io.countersign.stack.application.Application;
import io.countersign.stack.application.HealthCheck;
import io.countersign.stack.application.RunningApplication;
import io.countersign.stack.console.Console;
import io.countersign.stack.drill.Evidence;
import io.countersign.stack.drill.StartOutcome;
import io.countersign.stack.drill.Starts;
import io.countersign.stack.process.JavaProcess;
import io.countersign.stack.process.Readiness;
import io.countersign.stack.process.StandsStill;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts an application again and again, one start after the other.
 *
 * @param data for logs, and for what is kept of each start that failed
 */
record StartDrill(Path data, int times, Console console, InstantSource clock) {

    /** Applies even to a start that keeps doing something. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    Starts run(Application application) throws IOException {
        List<StartOutcome> outcomes = new ArrayList<>();
        for (int number = 1; number <= times; number++) {
            StartOutcome outcome = start(application, number);
            outcomes.add(outcome);
            console.step(
                    "%s %d of %d: %s"
                            .formatted(application.name(), number, times, outcome.description()));
        }
        return new Starts(application.name(), outcomes);
    }

    private StartOutcome start(Application application, int number) throws IOException {
        Evidence evidence =
                new Evidence(data.resolve("failed").resolve(application.name() + "-" + number));
        Instant began = clock.instant();
        RunningApplication part =
                new RunningApplication(
                        application,
                        JavaProcess.start(application.program(), data.resolve("logs")));
        try {
            return await(part, began, evidence);
        } finally {
            part.process().stop();
        }
    }

    private StartOutcome await(RunningApplication part, Instant began, Evidence evidence)
            throws IOException {
        HealthCheck health = new HealthCheck();
        try {
            Readiness.await(
                    part,
                    part.application().patience(),
                    () -> health.isReady(part.application()) || took(began).compareTo(LONGEST) > 0);
        } catch (StandsStill e) {
            return hung(part, evidence);
        } catch (IOException e) {
            if (part.isAlive()) {
                throw e;
            }
            evidence.keep(part);
            return new StartOutcome.Ended(part.exitCode(), evidence.folder());
        }
        Duration after = took(began);
        if (after.compareTo(LONGEST) > 0) {
            return hung(part, evidence);
        }
        part.process().nowReady();
        return new StartOutcome.Ready(after);
    }

    private static StartOutcome hung(RunningApplication part, Evidence evidence)
            throws IOException {
        evidence.keep(part);
        return new StartOutcome.Hung(part.listens(), evidence.folder());
    }

    private Duration took(Instant began) {
        return Duration.between(began, clock.instant());
    }
}
