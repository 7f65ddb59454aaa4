package io.countersign.gateway.factor;

import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody calls a factor of theirs. */
public record FactorName(String value) {

    /** Longest one, in code points. */
    public static final int LONGEST = 40;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    /** Reads what somebody typed; empty when nothing to be seen is left of it, or too much. */
    public static Optional<FactorName> parse(String typed) {
        String plain = INVISIBLE.matcher(typed).replaceAll("").strip();
        return plain.isEmpty() || plain.codePointCount(0, plain.length()) > LONGEST
                ? Optional.empty()
                : Optional.of(new FactorName(plain));
    }
}
