package io.countersign.events.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One channel's sealing keys: a Tink AEAD keyset whose primary key seals and all of whose enabled
 * keys open, so that a rotated-out key opens what is still under way.
 */
public final class SealingKeys {

    private final Aead aead;
    private final String primaryKeyId;
    private final Set<String> keyIds;

    /**
     * @throws IllegalArgumentException when the keyset is not one for AEAD
     */
    public SealingKeys(KeysetHandle keyset) {
        try {
            aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a keyset for AEAD", e);
        }
        primaryKeyId = hex(keyset.getPrimary().getId());
        keyIds =
                IntStream.range(0, keyset.size())
                        .mapToObj(i -> hex(keyset.getAt(i).getId()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a keyset file in Tink's JSON form.
     *
     * @throws IllegalArgumentException naming the file, when it is missing or holds something else
     */
    public static SealingKeys read(Path file) {
        try {
            return new SealingKeys(
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file),
                            AeadConfig2026.get(),
                            InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the sealing keys in " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds no Tink AEAD keyset", e);
        }
    }

    String primaryKeyId() {
        return primaryKeyId;
    }

    boolean knows(String keyId) {
        return keyIds.contains(keyId);
    }

    byte[] encrypt(byte[] clear, byte[] associatedData) {
        try {
            return aead.encrypt(clear, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    byte[] decrypt(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(sealed, associatedData);
    }

    private static String hex(int id) {
        return String.format(Locale.ROOT, "%08x", id);
    }
}
