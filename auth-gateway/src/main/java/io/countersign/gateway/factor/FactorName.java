package io.countersign.gateway.factor;

import io.countersign.gateway.text.Invisible;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody calls a factor of theirs. */
public record FactorName(String value) {

    /** Longest one, in code points. */
    public static final int LONGEST = 40;

    /**
     * What controls instead of showing, such as the direction; what joins the parts of an emoji or
     * of a word stays.
     */
    private static final Pattern CONTROLS =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}"
                            + "&&[^\\u200c\\u200d\\x{e0020}-\\x{e007f}]]");

    /** Reads what somebody typed; empty when nothing to be seen is left of it, or too much. */
    public static Optional<FactorName> parse(String typed) {
        String plain =
                Normalizer.normalize(CONTROLS.matcher(typed).replaceAll(""), Normalizer.Form.NFC)
                        .strip();
        return Invisible.removed(plain).isEmpty()
                        || plain.codePointCount(0, plain.length()) > LONGEST
                ? Optional.empty()
                : Optional.of(new FactorName(plain));
    }
}
