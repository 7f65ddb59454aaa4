package io.countersign.simulator.faults.active;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.countersign.simulator.sms.PhoneNumber;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whom a provider is asked to reach: a phone number, a Telegram person or a mail address. */
public record FaultRecipient(@JsonValue String name) {

    private static final Pattern FORM =
            Pattern.compile("\\+[1-9]\\d{6,14}|[a-z][a-z0-9_]{1,31}|[^@\\s]{1,64}@[^@\\s]{1,255}");

    @JsonCreator
    public FaultRecipient {
        name = name.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "to must be a phone number such as +12015550123, a Telegram person such as"
                            + " anna, or a mail address such as anna@example.org");
        }
    }

    public static FaultRecipient of(PhoneNumber number) {
        return new FaultRecipient(number.e164());
    }

    @Override
    public String toString() {
        return "FaultRecipient[•••••" + name.substring(name.length() - 2) + "]";
    }
}
