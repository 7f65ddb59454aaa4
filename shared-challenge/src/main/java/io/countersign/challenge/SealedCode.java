package io.countersign.challenge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The right code under the gateway's own key, bound to its challenge. An attacker who reads the
 * store learns nothing from it, and one who writes to the store can put nothing useful in its
 * place.
 *
 * @param bytes the ciphertext; empty where the challenge has no code of its own
 */
public record SealedCode(byte[] bytes) {

    /** For challenges that are answered with something else. */
    public static SealedCode none() {
        return new SealedCode(new byte[0]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedCode code && Arrays.equals(bytes, code.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedCode[" + bytes.length + " bytes]";
    }
}
