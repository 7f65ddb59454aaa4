package io.countersign.stack;

import io.countersign.stack.EmbeddedPostgres.Durability;
import io.countersign.stack.process.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The files of one PostgreSQL, and the commands that work on them.
 *
 * @param installation has {@code bin/initdb} and {@code bin/postgres}
 */
record PostgresCluster(Path folder, Path installation) {

    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(10);

    /** Creates it unless it is there; one that was cut off in the middle does not count. */
    void createOnce(String user, String password, Path log) throws IOException {
        Folders.keepPrivate(folder);
        if (Files.exists(data())) {
            return;
        }
        Path unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        Path passwordFile =
                Files.createTempFile(
                        folder,
                        "initdb",
                        ".password",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            run(initdb(unfinished, user, passwordFile), log);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, data());
    }

    /** How to start the server, on loopback. */
    List<String> server(int port, Durability durability) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                program("postgres"),
                                "-D",
                                data().toString(),
                                "-p",
                                Integer.toString(port)));
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "max_connections=200",
                        "shared_buffers=32MB",
                        "timezone=UTC",
                        "fsync=" + durability.fsync())) {
            command.add("-c");
            command.add(setting);
        }
        return asOrdinaryUser(command);
    }

    private List<String> initdb(Path data, String user, Path passwordFile) {
        return asOrdinaryUser(
                List.of(
                        program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + user,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--no-sync"));
    }

    private static void run(List<String> command, Path log) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            if (!process.waitFor(INITDB_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new IOException("PostgreSQL could not be set up. " + LogTail.of(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while setting PostgreSQL up", e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String program(String name) {
        return installation.resolve("bin").resolve(name).toString();
    }

    /** PostgreSQL refuses to run as root; inside a new user namespace root is nobody. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> unshared = new ArrayList<>(List.of("unshare", "--user", "--"));
        unshared.addAll(command);
        return unshared;
    }
}
