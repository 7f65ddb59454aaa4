package io.countersign.gateway.account;

import io.countersign.events.text.Invisible;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A domain in its ASCII form, by UTS 46 without transitional processing: {@code straße} and {@code
 * strasse} are two. Takes letters, digits and hyphens only; the few other characters that the
 * standard allows are refused.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS 46</a>
 */
final class MailDomain {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private static final Pattern DOT = Pattern.compile("[.\\u3002\\uff0e\\uff61]");

    private static final Pattern ASCII = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    /** The letters that show nothing are the fillers of Hangul and vowels of Khmer. */
    private static final Pattern OTHER =
            Pattern.compile(
                    "(?!xn--)[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Nd}]"
                            + "([\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}-]*[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}])?");

    private static final Pattern TOP = Pattern.compile("(?![0-9]+$).{2,}");

    private MailDomain() {}

    /** Empty for what is no domain with at least two labels. */
    static Optional<String> ascii(String typed) {
        String[] labels = DOT.split(typed, -1);
        String ascii =
                Arrays.stream(labels)
                        .map(label -> label(label).orElse(""))
                        .collect(Collectors.joining("."));
        String[] converted = ascii.split("\\.", -1);
        boolean whole =
                ascii.length() <= LONGEST
                        && converted.length > 1
                        && Arrays.stream(converted).noneMatch(String::isEmpty)
                        && TOP.matcher(converted[converted.length - 1]).matches();
        return whole ? Optional.of(ascii) : Optional.empty();
    }

    private static Optional<String> label(String typed) {
        String mapped = mapped(typed);
        return ASCII.matcher(mapped).matches()
                ? fitting(mapped)
                : OTHER.matcher(mapped).matches() && !Invisible.in(mapped) && Directions.fit(mapped)
                        ? fitting("xn--" + Punycode.encode(mapped))
                        : Optional.empty();
    }

    private static Optional<String> fitting(String label) {
        return label.length() <= LONGEST_LABEL ? Optional.of(label) : Optional.empty();
    }

    /** Each character by itself: a final sigma is a letter of its own, not a sigma at the end. */
    private static String mapped(String label) {
        String lower =
                Normalizer.normalize(label, Normalizer.Form.NFKC)
                        .codePoints()
                        .mapToObj(each -> Character.toString(each).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }
}
