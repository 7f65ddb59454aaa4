package io.countersign.engine.keys;

import java.nio.file.Path;

/** The program cannot start with the keys that it was given. */
public final class UnusableKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableKeys(Path directory, IllegalArgumentException cause) {
        super("countersign.keys.directory is " + directory + ", but " + cause.getMessage(), cause);
    }
}
