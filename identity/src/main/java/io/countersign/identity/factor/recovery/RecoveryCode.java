package io.countersign.identity.factor.recovery;

import io.countersign.identity.text.TypedCode;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A recovery code: 75 random bits and a check character, in Crockford's Base32, which has no
 * letters that look like digits. Does not print.
 *
 * @param letters sixteen, without hyphens
 * @see <a href="https://www.crockford.com/base32.html">Base 32</a>
 */
public record RecoveryCode(String letters) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_LETTERS = 15;
    private static final int GROUP = 4;

    /**
     * @throws IllegalArgumentException when the check character does not fit
     */
    public RecoveryCode {
        if (letters.length() != RANDOM_LETTERS + 1
                || !letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                || letters.charAt(RANDOM_LETTERS) != check(letters)) {
            throw new IllegalArgumentException("this is no recovery code");
        }
    }

    static RecoveryCode next(SecureRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(letters.append(check(letters)).toString());
    }

    /**
     * Reads what a person typed: in any case, with or without dashes and spaces, and with O, I and
     * L for the digits that they look like.
     *
     * @return empty for what cannot be a recovery code, which any single mistyped letter makes
     */
    static Optional<RecoveryCode> read(String typed) {
        String letters =
                TypedCode.read(typed)
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        try {
            return Optional.of(new RecoveryCode(letters));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** As people read and write it, in groups of four. */
    public String readable() {
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** ISO 7064's hybrid system, MOD 33,32: finds each wrong letter, and nearly all swaps. */
    private static char check(CharSequence letters) {
        int size = ALPHABET.length();
        int product = size;
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            int sum = (product + ALPHABET.indexOf(letters.charAt(i))) % size;
            product = (sum == 0 ? size : sum) * 2 % (size + 1);
        }
        return ALPHABET.charAt((size + 1 - product) % size);
    }

    @Override
    public String toString() {
        return "RecoveryCode[••••••]";
    }
}
