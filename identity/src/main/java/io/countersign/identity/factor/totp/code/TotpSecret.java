package io.countersign.identity.factor.totp.code;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Arrays;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator and the gateway share. Does not print. */
public final class TotpSecret {

    /** RFC 4226, section 4, recommends 160 bits. */
    private static final int BYTES = 20;

    private static final Base32 BASE32 = new Base32();

    private final byte[] bytes;

    TotpSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static TotpSecret next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /**
     * Reads what {@link #base32} wrote.
     *
     * @throws IllegalArgumentException for what is no Base32
     */
    public static TotpSecret ofBase32(String text) {
        byte[] letters = text.getBytes(US_ASCII);
        if (!BASE32.isInAlphabet(letters, false)) {
            throw new IllegalArgumentException("this is not Base32");
        }
        return new TotpSecret(BASE32.decode(letters));
    }

    /** As apps want it: RFC 4648, section 6, without padding. */
    public String base32() {
        return BASE32.encodeAsString(bytes).replace("=", "");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TotpSecret[••••••]";
    }
}
