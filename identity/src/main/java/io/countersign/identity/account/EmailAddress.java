package io.countersign.identity.account;

import io.countersign.events.text.Invisible;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which it is kept, looked up, counted and written to: lower
 * case, the domain in ASCII. Prints a mask only.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /**
     * A dot-string (RFC 5321, section 4.1.2). No one has a quoted one, and few servers accept other
     * letters.
     */
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    /** Stands for any input that is no address; no account has it. */
    public static final EmailAddress OF_NOBODY = new EmailAddress("nobody@invalid");

    /**
     * Reads what a person typed, without invisible characters around it; empty when no mail can be
     * sent to it.
     */
    public static Optional<EmailAddress> parse(String typed) {
        String plain = Invisible.stripped(typed);
        int at = plain.indexOf('@');
        if (at < 0 || plain.length() > LONGEST) {
            return Optional.empty();
        }
        String local =
                Normalizer.normalize(plain.substring(0, at), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT);
        if (!LOCAL.matcher(local).matches()) {
            return Optional.empty();
        }
        return MailDomain.ascii(plain.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= LONGEST)
                .map(EmailAddress::new);
    }

    /** The part before the {@code @}. */
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
