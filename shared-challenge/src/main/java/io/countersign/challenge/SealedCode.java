package io.countersign.challenge;

/**
 * The right code under the gateway's own key, bound to its challenge. Whoever reads the store
 * learns nothing from it, and whoever writes the store can put nothing useful in its place.
 *
 * @param bytes the ciphertext; empty where the challenge has no code of its own
 */
public record SealedCode(byte[] bytes) {

    /** For challenges that are answered with something else. */
    public static SealedCode none() {
        return new SealedCode(new byte[0]);
    }

    @Override
    public String toString() {
        return "SealedCode[" + bytes.length + " bytes]";
    }
}
