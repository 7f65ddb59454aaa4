package io.countersign.bench.keycloak;

import io.countersign.bench.client.SignIn;
import io.countersign.stack.FreePort;
import io.countersign.stack.process.TiedProcess;
import io.countersign.stack.state.StackFile.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A Keycloak that runs, on loopback and by HTTP, without a cluster. */
final class Keycloak implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_PAUSE = Duration.ofMillis(200);

    private final TiedProcess process;
    private final URI address;

    private Keycloak(TiedProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param database its JDBC address, with user and password as parameters
     * @param folder a new one for its settings and its log
     * @param flags of its Java in place of Keycloak's own; none to leave those
     */
    static Keycloak start(
            Distribution distribution, String database, Path folder, List<String> flags)
            throws IOException {
        int port = FreePort.any();
        Files.createDirectories(folder);
        Path settings = folder.resolve("keycloak.conf");
        Files.createFile(
                settings,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(settings, settings(database, port));
        List<String> command = new ArrayList<>(List.of("env"));
        if (!flags.isEmpty()) {
            command.add("JAVA_OPTS=" + String.join(" ", flags));
        }
        command.addAll(List.of("sh", distribution.script().toString()));
        command.addAll(List.of("--config-file=" + settings, "start", "--optimized"));
        command.add("--import-realm");
        Path log = folder.resolve("keycloak.log");
        TiedProcess process = TiedProcess.ofNative(command, "TERM", log);
        Keycloak keycloak = new Keycloak(process, URI.create("http://127.0.0.1:" + port));
        keycloak.awaitReadiness(log);
        return keycloak;
    }

    private static List<String> settings(String database, int port) {
        String[] addressAndUser = database.split("\\?user=|&password=", -1);
        return List.of(
                "db-url=" + addressAndUser[0],
                "db-username=" + addressAndUser[1],
                "db-password=" + addressAndUser[2],
                "http-enabled=true",
                "http-host=127.0.0.1",
                "http-port=" + port,
                "hostname-strict=false",
                "cache=local");
    }

    private void awaitReadiness(Path log) throws IOException {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!Files.readString(log).contains("Listening on:")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("Keycloak did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(LOOK_PAUSE.toNanos());
        }
    }

    /** Password and the code of an app. */
    SignIn byApp(Crowd crowd) {
        return new BrowserSignIn(crowd, address, true);
    }

    /** The password alone. */
    SignIn byPassword(Crowd crowd) {
        return new BrowserSignIn(crowd, address, false);
    }

    /** For what it costs. */
    Running running() {
        return new Running("keycloak", process.pid(), address.getPort(), "");
    }

    @Override
    public void close() {
        process.stop(STOP_PATIENCE);
    }
}
