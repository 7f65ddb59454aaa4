package io.countersign.identity.text;

import io.countersign.events.text.Invisible;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The one rule by which codes of every kind are read. */
public final class TypedCode {

    /** The minus sign is no dash to Unicode, but it is to the person who types it. */
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212\\u2043]");

    private TypedCode() {}

    /**
     * Without spaces, dashes and invisible characters, in normal form KC, the decimal digits of
     * every script as 0 to 9.
     */
    public static String read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String together = DASHES.matcher(Invisible.removed(plain)).replaceAll("");
        return together.codePoints()
                .map(TypedCode::digit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int digit(int character) {
        return Character.isDigit(character) ? '0' + Character.digit(character, 10) : character;
    }
}
