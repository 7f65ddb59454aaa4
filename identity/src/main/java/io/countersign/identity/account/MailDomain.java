package io.countersign.identity.account;

import com.ibm.icu.text.IDNA;
import io.countersign.events.text.Invisible;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A domain in its ASCII form, by UTS 46 without transitional processing: {@code straße} and {@code
 * strasse} are two.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS 46</a>
 */
final class MailDomain {

    private static final IDNA UTS_46 =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII
                            | IDNA.USE_STD3_RULES
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ);

    /** At least two labels, the last of which is no number and more than one character. */
    private static final Pattern FORM = Pattern.compile("([^.]+\\.)+(?![0-9]+$)[^.]{2,}");

    private MailDomain() {}

    /** Empty for what is no domain with at least two labels. */
    static Optional<String> ascii(String typed) {
        // The standard drops invisible characters; no one types those on purpose.
        if (Invisible.in(typed)) {
            return Optional.empty();
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        UTS_46.nameToASCII(typed, ascii, info);
        return !info.hasErrors() && FORM.matcher(ascii).matches()
                ? Optional.of(ascii.toString())
                : Optional.empty();
    }
}
