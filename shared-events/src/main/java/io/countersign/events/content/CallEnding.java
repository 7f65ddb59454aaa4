package io.countersign.events.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/** The last four digits of a calling number, which are a code. Does not print. */
public record CallEnding(@JsonValue String digits) {

    private static final Pattern FOUR = Pattern.compile("[0-9]{4}");

    /**
     * @throws IllegalArgumentException for anything but four ASCII digits
     */
    @JsonCreator
    public CallEnding {
        if (!isEnding(digits)) {
            throw new IllegalArgumentException("an ending has four digits");
        }
    }

    public static boolean isEnding(String text) {
        return FOUR.matcher(text).matches();
    }

    /** Compares in constant time. */
    public boolean matches(CallEnding other) {
        return MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.US_ASCII),
                other.digits.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "CallEnding[••••]";
    }
}
