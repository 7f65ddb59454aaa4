package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a program's start loads and links, kept in a file from which Java has it ready: its AOT
 * cache. The file lies beside the program's jar, so that another build has none, and is named after
 * the Java that made it. Java itself leaves a file alone that does not fit.
 */
public record StartCache(Path file) {

    private static final String NAMES = "start-*.aot";

    static StartCache beside(Path jar) {
        return new StartCache(jar.resolveSibling("start-" + Runtime.version() + ".aot"));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    List<String> flags() {
        return exists() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /**
     * Flags for a run that writes it. Without a profile of the run: with one, the compiler begins
     * the next start with all that this one found busy.
     */
    List<String> recordingFlags() {
        return List.of("-XX:AOTCacheOutput=" + unfinished(), "-XX:TieredStopAtLevel=1");
    }

    /** To be told when the run that writes it has ended. */
    void recorded() throws IOException {
        Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes those of other builds, which lie in folders beside this one's; each is large. */
    void deleteOthers() throws IOException {
        Path builds = file.resolveSibling("..").normalize();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(builds, Files::isDirectory)) {
            for (Path folder : folders) {
                deleteOthers(folder);
            }
        }
    }

    private void deleteOthers(Path folder) throws IOException {
        try (DirectoryStream<Path> caches = Files.newDirectoryStream(folder, NAMES)) {
            for (Path cache : caches) {
                if (!cache.equals(file)) {
                    Files.delete(cache);
                }
            }
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }
}
