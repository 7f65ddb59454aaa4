package io.countersign.stack.up;

import io.countersign.stack.process.JavaProgram;
import java.net.URI;

/**
 * An application of the stack.
 *
 * @param port on 127.0.0.1, of its pages and its health
 */
record Application(JavaProgram program, int port) {

    String name() {
        return program.name();
    }

    /** Answers 200 when the application can do its work. */
    URI readiness() {
        return URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    }
}
