package io.countersign.events.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a person is reached on one channel: an E.164 number, a Telegram chat id or an e-mail
 * address. Printing it shows a mask only.
 */
public record Destination(@JsonValue String value) {

    /**
     * @throws IllegalArgumentException when blank or longer than 320 characters
     */
    @JsonCreator
    public Destination {
        if (value.isBlank() || value.length() > 320) {
            throw new IllegalArgumentException("a destination has 1 to 320 characters");
        }
    }

    /** The first and last two characters, such as {@code +1••••••••23}. */
    public String masked() {
        int hidden = Math.max(value.length() - 4, 3);
        String start = value.length() > 6 ? value.substring(0, 2) : "";
        String end = value.length() > 6 ? value.substring(value.length() - 2) : "";
        return start + "•".repeat(hidden) + end;
    }

    @Override
    public String toString() {
        return "Destination[" + masked() + "]";
    }
}
