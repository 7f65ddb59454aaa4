package io.countersign.stack;

import io.countersign.stack.process.Readiness;
import io.countersign.stack.process.ReplaceableProcess;
import io.countersign.stack.process.RunsInProcess;
import io.countersign.stack.process.Tended;
import io.countersign.stack.process.TiedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL on loopback, with a password (SCRAM) and its data in a folder of its own.
 *
 * <p>{@link #kill()} and {@link #stop()} leave port and data to the next {@link #restart()}. The
 * children of one that was killed follow it by themselves.
 */
public final class EmbeddedPostgres implements RunsInProcess, AutoCloseable {

    private static final String USER = "countersign";
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final int MOST_STARTS = 50;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final String password;
    private final Durability durability;
    private final ReplaceableProcess server;

    /** What a commit survives. */
    public enum Durability {
        /** A power cut. */
        POWER_CUT("on"),
        /** The death of every process of the server, which is enough for tests and faster. */
        PROCESS_DEATH("off");

        private final String fsync;

        Durability(String fsync) {
            this.fsync = fsync;
        }

        String fsync() {
            return fsync;
        }
    }

    private EmbeddedPostgres(Path folder, int port, String password, Durability durability)
            throws IOException {
        this.folder = folder;
        this.port = port;
        this.password = password;
        this.durability = durability;
        this.server =
                new ReplaceableProcess(
                        "PostgreSQL", folder.resolve("postgres.log"), STOP_PATIENCE, this::launch);
        awaitReadiness();
    }

    /**
     * Starts it, with an empty cluster when the folder has none, and waits until it answers.
     *
     * @param folder for data and log; created when missing
     * @param port 0 for any free one
     * @param password of the one user; has to stay the same as long as the folder does
     */
    public static EmbeddedPostgres start(
            Path folder, int port, String password, Durability durability) throws IOException {
        return new EmbeddedPostgres(folder, FreePort.orAny(port), password, durability);
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates the database unless it is there. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect(MAINTENANCE_DATABASE);
                Statement statement = connection.createStatement()) {
            boolean missing =
                    !statement
                            .executeQuery(
                                    "SELECT 1 FROM pg_database WHERE datname = "
                                            + statement.enquoteLiteral(name))
                            .next();
            if (missing) {
                statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
            }
        }
    }

    /** A connection of the caller's to close. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    @Override
    public Tended process() {
        return server;
    }

    /** Starts it again on the same port with the same data. */
    @Override
    public void restart() throws IOException {
        for (int starts = 1; ; starts++) {
            server.restart();
            try {
                awaitReadiness();
                return;
            } catch (IOException e) {
                if (starts == MOST_STARTS || !lingers(e)) {
                    throw e;
                }
            }
        }
    }

    /** The children of a server that was killed outlive it for a moment and hold its memory. */
    private static boolean lingers(IOException notStarted) {
        return String.valueOf(notStarted.getMessage()).contains("pre-existing shared memory block");
    }

    @Override
    public void close() {
        stop();
    }

    private TiedProcess launch(Path log) throws IOException {
        PostgresCluster cluster = new PostgresCluster(folder, Binaries.postgres());
        cluster.createOnce(USER, password, log);
        return TiedProcess.ofNative(cluster.server(port, durability), "INT", log);
    }

    private void awaitReadiness() throws IOException {
        Readiness.await(this, this::answers);
    }

    private boolean answers() {
        try (Connection connection = connect(MAINTENANCE_DATABASE)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
