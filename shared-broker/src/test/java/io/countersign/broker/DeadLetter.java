package io.countersign.broker;

import java.util.Map;

/** A dead letter as a test finds it at the broker. */
public record DeadLetter(Map<String, String> headers, byte[] body) {

    public String cause() {
        return headers.getOrDefault("dead_cause", "");
    }
}
