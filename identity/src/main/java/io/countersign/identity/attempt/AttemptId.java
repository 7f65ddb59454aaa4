package io.countersign.identity.attempt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one attempt, and the session that came from it. */
public record AttemptId(@JsonValue UUID value) {

    /**
     * Reads what {@link #toString()} gave.
     *
     * @throws IllegalArgumentException for anything but a UUID
     */
    public static AttemptId of(String text) {
        return new AttemptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
