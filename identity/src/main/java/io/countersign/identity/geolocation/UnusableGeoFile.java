package io.countersign.identity.geolocation;

import java.io.IOException;
import java.nio.file.Path;

/** The program cannot start with the file of places that it was given. */
public final class UnusableGeoFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableGeoFile(Path file, IOException cause) {
        super("countersign.geoip.file is " + file + ", which cannot be read as .mmdb", cause);
    }
}
