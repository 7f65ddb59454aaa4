package io.countersign.simulator.sms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in E.164 form, such as {@code +12015550123}; printed, it is masked. */
public record PhoneNumber(@JsonValue String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().-]");

    @JsonCreator
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException(
                    "a phone number must be in E.164 form, such as +12015550123");
        }
    }

    /** Takes E.164 only, as the providers do. */
    public static Optional<PhoneNumber> strict(String text) {
        return E164.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : Optional.empty();
    }

    /**
     * Takes what people type and what arrives in a query string, where an unescaped plus sign has
     * become a space: punctuation is dropped, a missing plus sign is added.
     */
    public static Optional<PhoneNumber> lenient(String text) {
        String digits = PUNCTUATION.matcher(text).replaceAll("");
        return strict(digits.startsWith("+") ? digits : "+" + digits);
    }

    @Override
    public String toString() {
        return "PhoneNumber["
                + e164.substring(0, 3)
                + "•••••"
                + e164.substring(e164.length() - 2)
                + "]";
    }
}
