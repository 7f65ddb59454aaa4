package io.countersign.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class Folders {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private Folders() {}

    /** Puts something into an empty folder. */
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    /**
     * Creates the folder with all that belongs in it, unless it is there. A process that does the
     * same at the same time finds the folder either complete or not at all.
     */
    public static Path createOnce(Path folder, Filling filling) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder.getParent());
        Path started = Files.createTempDirectory(folder.getParent(), folder.getFileName() + "-");
        try {
            filling.into(started);
            // Nothing happens when another process was faster.
            boolean _ = started.toFile().renameTo(folder.toFile());
            return folder;
        } finally {
            delete(started);
        }
    }

    /** Creates the folder if it is missing, and closes it to everyone but its owner. */
    public static void keepPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }

    /** Deletes the folder, if there is one. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
