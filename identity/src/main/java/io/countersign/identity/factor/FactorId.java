package io.countersign.identity.factor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one factor, also while it is being added. */
public record FactorId(@JsonValue UUID value) {

    public static FactorId next() {
        return new FactorId(UUID.randomUUID());
    }

    /**
     * Reads what {@link #toString()} gave.
     *
     * @throws IllegalArgumentException for anything but a UUID
     */
    public static FactorId of(String text) {
        return new FactorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
