package io.countersign.identity.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret that a device, or the person who opens a link, is recognised by. Does not print.
 *
 * @param value as it travels; of one that is shown, anything
 */
public record RandomToken(String value) {

    private static final int BYTES = 16;

    /** One of 128 random bits. */
    public static RandomToken next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The hash that is stored of it. It gives nothing away: no one can try out 128 bits. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RandomToken[••••••]";
    }
}
