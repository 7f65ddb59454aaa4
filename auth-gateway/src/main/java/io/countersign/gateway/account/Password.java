package io.countersign.gateway.account;

/**
 * A password as typed. Does not print.
 *
 * @param value up to {@value #LONGEST} characters
 */
public record Password(String value) {

    /** Longest one that is hashed; a longer one is simply wrong. */
    public static final int LONGEST = 128;

    public static final int SHORTEST = 12;

    public boolean tooLong() {
        return value.length() > LONGEST;
    }

    public boolean tooShort() {
        return value.codePointCount(0, value.length()) < SHORTEST;
    }

    @Override
    public String toString() {
        return "Password[••••••]";
    }
}
