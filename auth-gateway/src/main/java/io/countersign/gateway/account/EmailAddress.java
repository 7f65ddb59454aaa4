package io.countersign.gateway.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as an account is known by: lower case. Prints a mask only. */
public record EmailAddress(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,190}\\.[^\\s@.\\p{Cntrl}]{2,63}");

    /** Stands for whatever is no address; no account has it. */
    public static final EmailAddress OF_NOBODY = new EmailAddress("nobody@invalid");

    /** Reads what somebody typed; empty when it cannot be an address. */
    public static Optional<EmailAddress> parse(String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= 254 && FORM.matcher(plain).matches()
                ? Optional.of(new EmailAddress(plain))
                : Optional.empty();
    }

    /** What stands before the {@code @}. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    @Override
    public String toString() {
        return "EmailAddress["
                + value.charAt(0)
                + "•••"
                + value.substring(value.indexOf('@'))
                + "]";
    }
}
