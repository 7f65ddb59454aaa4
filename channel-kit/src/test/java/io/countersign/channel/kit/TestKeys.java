package io.countersign.channel.kit;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.countersign.events.seal.SealingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** One channel's keyset, to be rotated. */
public final class TestKeys {

    private KeysetHandle keyset = fresh();

    public SealingKeys sealing() {
        return new SealingKeys(keyset);
    }

    /** Writes the file that a worker reads. */
    public void write(Path file) {
        try {
            Files.writeString(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new key seals from now on; the old ones still open. */
    public void rotate() {
        try {
            keyset =
                    KeysetHandle.newBuilder(keyset)
                            .addEntry(
                                    KeysetHandle.importKey(fresh().getPrimary().getKey())
                                            .makePrimary())
                            .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new key seals from now on; nothing else opens. */
    public void replace() {
        keyset = fresh();
    }

    private static KeysetHandle fresh() {
        try {
            return KeysetHandle.generateNew(
                    PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, AeadConfig2026.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
