package io.countersign.identity.account;

import java.text.Normalizer;

/**
 * A password as typed, in Unicode's normal form C, so that it does not matter which keyboard wrote
 * an umlaut. Does not print.
 *
 * @param value up to {@value #LONGEST} characters
 */
public record Password(String value) {

    /** Longest one that is hashed, in code points; a longer one is simply wrong. */
    public static final int LONGEST = 128;

    /** Shortest one that can be chosen, in code points. */
    public static final int SHORTEST = 12;

    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    public boolean tooLong() {
        return characters() > LONGEST;
    }

    public boolean tooShort() {
        return characters() < SHORTEST;
    }

    private int characters() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String toString() {
        return "Password[••••••]";
    }
}
