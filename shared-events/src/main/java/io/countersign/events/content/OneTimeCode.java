package io.countersign.events.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Six decimal digits that answer one challenge; leading zeros count. Does not print. */
public record OneTimeCode(@JsonValue String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    /**
     * @throws IllegalArgumentException unless there are six ASCII digits
     */
    @JsonCreator
    public OneTimeCode {
        if (!isCode(digits)) {
            throw new IllegalArgumentException("a code has six digits");
        }
    }

    /** Draws a code, each of the million equally likely. */
    public static OneTimeCode next(SecureRandom random) {
        return new OneTimeCode(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)));
    }

    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "OneTimeCode[••••••]";
    }
}
