package io.countersign.stack.up;

import io.countersign.stack.application.HealthCheck;
import io.countersign.stack.application.RunningApplication;
import io.countersign.stack.console.Console;
import io.countersign.stack.process.Readiness;
import io.countersign.stack.process.StandsStill;
import java.io.IOException;

/** The first start of an application, which can hang. */
record ComingUp(RunningApplication part, HealthCheck health, Console console) {

    private static final int STARTS = 3;

    /**
     * Returns when the application can do its work.
     *
     * @throws IOException when it ended, or hung each time
     */
    void await() throws IOException {
        for (int start = 1; ; start++) {
            try {
                Readiness.await(
                        part,
                        part.application().patience(),
                        () -> health.isReady(part.application()));
                part.process().nowReady();
                console.step(part.name() + " is ready at 127.0.0.1:" + part.application().port());
                return;
            } catch (StandsStill e) {
                if (start == STARTS) {
                    throw e;
                }
                console.step(e.getMessage() + "\nIt is started anew.");
                part.restart();
            }
        }
    }
}
