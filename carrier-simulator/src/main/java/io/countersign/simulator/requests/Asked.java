package io.countersign.simulator.requests;

import org.jspecify.annotations.Nullable;

/** What a request asked for, exactly as it was written; prints nothing of it. */
public record Asked(
        @Nullable String to,
        @Nullable String from,
        @Nullable String body,
        @Nullable String statusCallback) {

    @Override
    public String toString() {
        return "Asked[]";
    }
}
