package io.countersign.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;
import redis.embedded.core.ExecutableProvider;

/** Unpacks the server programs from their jars, once, into the user's cache folder. */
final class Binaries {

    /**
     * The names change with the versions in the POM, so a new version is unpacked beside the old.
     */
    private static final String REDIS = "redis-6.2";

    private static final String POSTGRES = "postgresql-18.1.0";

    private Binaries() {}

    static Path redisServer() throws IOException {
        return Folders.createOnce(cache().resolve(REDIS), Binaries::unpackRedis)
                .resolve("redis-server");
    }

    /** The folder in which {@code bin/initdb} and {@code bin/postgres} are. */
    static Path postgres() throws IOException {
        return Folders.createOnce(cache().resolve(POSTGRES), Binaries::unpackPostgres);
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return caches.resolve("countersign");
    }

    private static void unpackRedis(Path folder) throws IOException {
        Path executable = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        Files.move(executable, folder.resolve("redis-server"));
    }

    private static void unpackPostgres(Path folder) throws IOException {
        String archive = "/postgres-" + platform() + ".txz";
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException("There is no PostgreSQL on the class path for " + archive);
            }
            untar(new XZInputStream(packed), folder);
        }
    }

    private static void untar(InputStream tar, Path folder) throws IOException {
        Process process =
                new ProcessBuilder("tar", "-x", "-C", folder.toString())
                        .inheritIO()
                        .redirectInput(ProcessBuilder.Redirect.PIPE)
                        .start();
        try (OutputStream input = process.getOutputStream()) {
            tar.transferTo(input);
        }
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("tar could not unpack PostgreSQL into " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking PostgreSQL", e);
        }
    }

    private static String platform() {
        String system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                        ? "darwin"
                        : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return system + "-" + machine;
    }
}
