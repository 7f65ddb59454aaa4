package io.countersign.telegram.prompt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** 128 random bits that are in one message's buttons alone: 22 base64url characters. */
public record Nonce(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /**
     * @throws IllegalArgumentException for text of another form
     */
    @JsonCreator
    public Nonce {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a nonce has 22 base64url characters");
        }
    }

    static Nonce next(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new Nonce(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Compares in constant time. */
    boolean is(Nonce other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return "Nonce[]";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
