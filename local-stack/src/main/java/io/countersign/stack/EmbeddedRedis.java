package io.countersign.stack;

import io.countersign.stack.process.Readiness;
import io.countersign.stack.process.ReplaceableProcess;
import io.countersign.stack.process.RunsInProcess;
import io.countersign.stack.process.Tended;
import io.countersign.stack.process.TiedProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/**
 * A real redis-server on loopback, with a password and its data in a folder of its own.
 *
 * <p>{@link #kill()} and {@link #stop()} leave port and data to the next {@link #restart()}.
 */
public final class EmbeddedRedis implements RunsInProcess, AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOCKET_PATIENCE = Duration.ofSeconds(2);

    private final Path folder;
    private final int port;
    private final String password;
    private final Keeping keeping;
    private final ReplaceableProcess server;

    /** What outlives the process. */
    public enum Keeping {
        /** Every write, by the append-only file. */
        DATA,
        /** Nothing: it comes back empty. */
        NOTHING
    }

    private EmbeddedRedis(Path folder, int port, String password, Keeping keeping)
            throws IOException {
        this.folder = folder;
        this.port = port;
        this.password = password;
        this.keeping = keeping;
        this.server =
                new ReplaceableProcess(
                        "Redis", folder.resolve("redis.log"), STOP_PATIENCE, this::launch);
        awaitReadiness();
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param folder for its configuration, data and log; created when missing
     * @param port 0 for any free one
     */
    public static EmbeddedRedis start(Path folder, int port, String password, Keeping keeping)
            throws IOException {
        return new EmbeddedRedis(folder, FreePort.orAny(port), password, keeping);
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** With the password in it: {@code redis://:password@127.0.0.1:port}. */
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    @Override
    public Tended process() {
        return server;
    }

    /** Starts it again on the same port, with what {@link Keeping} left of its data. */
    @Override
    public void restart() throws IOException {
        server.restart();
        awaitReadiness();
    }

    @Override
    public void close() {
        stop();
    }

    private TiedProcess launch(Path log) throws IOException {
        Folders.keepPrivate(folder);
        Path configuration = writeConfiguration();
        return TiedProcess.ofNative(
                List.of(Binaries.redisServer().toString(), configuration.toString()), "TERM", log);
    }

    private void awaitReadiness() throws IOException {
        Readiness.await(this, this::answersPing);
    }

    /** In a file, because every user of the machine can read the arguments of a process. */
    private Path writeConfiguration() throws IOException {
        Path file = folder.resolve("redis.conf");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file,
                """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                appendonly %s
                save ""
                """
                        .formatted(port, password, folder, keeping == Keeping.DATA ? "yes" : "no"));
    }

    private boolean answersPing() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) SOCKET_PATIENCE.toMillis());
            String commands = "AUTH " + password + "\r\nPING\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            return "+OK".equals(answers.readLine()) && "+PONG".equals(answers.readLine());
        } catch (IOException e) {
            return false;
        }
    }
}
