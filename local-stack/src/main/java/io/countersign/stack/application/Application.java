package io.countersign.stack.application;

import io.countersign.stack.process.JavaProgram;
import java.net.URI;
import java.time.Duration;

/**
 * An application of the stack.
 *
 * @param port on 127.0.0.1, of its pages and its health
 * @param patience how long its first start may stand still before it is started again
 */
public record Application(JavaProgram program, int port, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    public Application(JavaProgram program, int port) {
        this(program, port, PATIENCE);
    }

    public String name() {
        return program.name();
    }

    /** Answers 200 when the application can do its work. */
    URI readiness() {
        return URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    }
}
