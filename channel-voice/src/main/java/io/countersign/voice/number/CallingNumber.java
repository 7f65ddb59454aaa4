package io.countersign.voice.number;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.countersign.events.content.CallEnding;
import java.util.regex.Pattern;

/** A number of ours in E.164 form. Does not print, because its last digits are a code. */
public record CallingNumber(@JsonValue String value) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");

    /**
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator
    public CallingNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("not a number in E.164 form");
        }
    }

    static boolean isNumber(String text) {
        return E164.matcher(text).matches();
    }

    public CallEnding ending() {
        return new CallEnding(value.substring(value.length() - 4));
    }

    @Override
    public String toString() {
        return "CallingNumber[••••]";
    }
}
