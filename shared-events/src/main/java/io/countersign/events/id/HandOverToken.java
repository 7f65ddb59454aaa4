package io.countersign.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * What one step's worker hands to the next step's: 128 random bits sealed into both steps, so that
 * an attacker who can write to the broker cannot start a later step early. Does not print.
 */
public record HandOverToken(@JsonValue String value) {

    @JsonCreator
    public HandOverToken {
        RandomId.checked(value);
    }

    public static HandOverToken next(SecureRandom random) {
        return new HandOverToken(RandomId.next(random));
    }

    /** Compares in constant time. */
    public boolean matches(HandOverToken other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII),
                other.value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Baton[••••••]";
    }
}
