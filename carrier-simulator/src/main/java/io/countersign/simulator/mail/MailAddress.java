package io.countersign.simulator.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import io.countersign.simulator.faults.active.FaultRecipient;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address, in small letters. */
public record MailAddress(@JsonValue String text) {

    private static final Pattern FORM = Pattern.compile("[^@\\s<>]{1,64}@[^@\\s<>]{1,255}");

    public static Optional<MailAddress> of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches()
                ? Optional.of(new MailAddress(lower))
                : Optional.empty();
    }

    public FaultRecipient recipient() {
        return new FaultRecipient(text);
    }

    @Override
    public String toString() {
        return "MailAddress[" + text.charAt(0) + "•••••]";
    }
}
