package io.countersign.identity.factor;

import io.countersign.events.text.Invisible;
import io.countersign.events.text.Steering;
import java.text.Normalizer;
import java.util.Optional;

/** The name that a person gives to one of their factors. */
public record FactorName(String value) {

    /** Longest one, in code points. */
    public static final int LONGEST = 40;

    /** Reads what a person typed; empty when nothing visible is left of it, or too much. */
    public static Optional<FactorName> parse(String typed) {
        String plain = Normalizer.normalize(Steering.removed(typed), Normalizer.Form.NFC).strip();
        return Invisible.removed(plain).isEmpty()
                        || plain.codePointCount(0, plain.length()) > LONGEST
                ? Optional.empty()
                : Optional.of(new FactorName(plain));
    }
}
