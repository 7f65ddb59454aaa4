package io.countersign.identity;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.stack.keys.KeyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A complete folder of keys that only a test has. */
public final class OwnKeys {

    private OwnKeys() {}

    /** Fills the folder and reads the gateway's keys from it. */
    public static GatewayKeys in(Path folder) {
        try {
            new KeyFolder(folder).complete(new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GatewayKeys.read(folder);
    }
}
