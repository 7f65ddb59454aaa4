package io.countersign.bench.keycloak;

import io.countersign.bench.peer.BareHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keycloak as Maven unpacked it, built once for PostgreSQL, as its guide for production says.
 *
 * @param home the folder that has {@code bin/kc.sh}
 */
public record Distribution(Path home) {

    private static final String BUILT = "built-for-the-benchmark";

    /**
     * Finds it.
     *
     * @param checkout in which {@code ./countersign bench keycloak} has put it
     * @throws IOException when it is not there
     */
    public static Distribution in(Path checkout) throws IOException {
        Path folder = checkout.resolve("benchmarks/target/keycloak");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> homes = Files.list(folder)) {
                return homes.filter(home -> Files.exists(script(home)))
                        .findFirst()
                        .map(Distribution::new)
                        .orElseThrow(() -> missing(folder));
            }
        }
        throw missing(folder);
    }

    private static IOException missing(Path folder) {
        return new IOException(
                "There is no Keycloak in %s. ./countersign bench keycloak fetches it."
                        .formatted(folder));
    }

    Path script() {
        return script(home);
    }

    private static Path script(Path home) {
        return home.resolve("bin/kc.sh");
    }

    /** Has it import these people at its next start into an empty database. */
    void prepare(Crowd crowd) throws IOException, InterruptedException {
        build();
        new Realm(BareHash.encoder())
                .write(
                        Files.createDirectories(home.resolve("data/import"))
                                .resolve(Realm.NAME + ".json"),
                        crowd);
    }

    /** Does what takes long and depends only on build options; once for all runs. */
    private void build() throws IOException, InterruptedException {
        Path built = home.resolve(BUILT);
        if (Files.exists(built)) {
            return;
        }
        Path log = home.resolve("build.log");
        Process build =
                new ProcessBuilder(
                                "sh",
                                script().toString(),
                                "build",
                                "--db=postgres",
                                "--health-enabled=false",
                                "--metrics-enabled=false")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (build.waitFor() != 0) {
            throw new IOException("Keycloak was not built:\n" + Files.readString(log));
        }
        Files.write(built, List.of());
    }
}
