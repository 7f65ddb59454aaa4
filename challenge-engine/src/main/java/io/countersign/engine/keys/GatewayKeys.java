package io.countersign.engine.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.mac.MacConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

/** Seals, opens and recognises what only the gateway can. */
public final class GatewayKeys {

    private final Aead aead;
    private final Mac mac;
    private final byte[] mark;

    /**
     * Reads {@code seal-gateway.json} and {@code mac-gateway.json}, keysets in Tink's JSON form.
     *
     * @throws IllegalArgumentException naming the file, when one is missing or holds something else
     */
    public static GatewayKeys read(Path folder) {
        KeysetHandle sealing = keyset(folder.resolve("seal-gateway.json"), AeadConfig2026.get());
        KeysetHandle recognising = keyset(folder.resolve("mac-gateway.json"), MacConfig2026.get());
        try {
            return new GatewayKeys(
                    sealing.getPrimitive(AeadConfig2026.get(), Aead.class),
                    recognising.getPrimitive(MacConfig2026.get(), Mac.class),
                    mark(sealing));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the gateway's keysets in " + folder + " are of the wrong kind", e);
        }
    }

    private GatewayKeys(Aead aead, Mac mac, byte[] mark) {
        this.aead = aead;
        this.mac = mac;
        this.mark = mark;
    }

    /** The prefix of everything that was sealed under the current key. */
    public byte[] mark() {
        return mark.clone();
    }

    /**
     * Encrypts under the primary key.
     *
     * @param place where it will be kept and what for; it opens nowhere else
     */
    public byte[] seal(String clear, String place) {
        try {
            return aead.encrypt(clear.getBytes(UTF_8), place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Decrypts what was sealed for this place; empty for anything else. */
    public Optional<String> open(byte[] sealed, String place) {
        try {
            return Optional.of(new String(aead.decrypt(sealed, place.getBytes(UTF_8)), UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /**
     * A name for something that must not be kept in clear: the same for the same text and kind, and
     * of no use without the key. 32 hexadecimal digits.
     */
    public String tag(String kind, String text) {
        try {
            byte[] full = mac.computeMac((kind + "\n" + text).getBytes(UTF_8));
            return HexFormat.of().formatHex(full, full.length - 16, full.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("computing a MAC failed", e);
        }
    }

    /**
     * Computes a MAC that stays valid as long as its key is in the keyset, whichever key is the
     * primary one by then.
     */
    public byte[] mac(String kind, String text) {
        try {
            return mac.computeMac((kind + "\n" + text).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("computing a MAC failed", e);
        }
    }

    /** Whether this is the MAC of the text; compared in constant time. */
    public boolean isMac(byte[] candidate, String kind, String text) {
        try {
            mac.verifyMac(candidate, (kind + "\n" + text).getBytes(UTF_8));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] mark(KeysetHandle sealing) {
        byte[] mark = ((AeadKey) sealing.getPrimary().getKey()).getOutputPrefix().toByteArray();
        if (mark.length == 0) {
            throw new IllegalArgumentException(
                    "the primary key in seal-gateway.json leaves no mark in what it seals");
        }
        return mark;
    }

    private static KeysetHandle keyset(Path file, Configuration configuration) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), configuration, InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the keys in " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds no Tink keyset of its kind", e);
        }
    }
}
