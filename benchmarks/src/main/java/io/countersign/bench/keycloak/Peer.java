package io.countersign.bench.keycloak;

import io.countersign.bench.load.Load;
import io.countersign.stack.own.OwnStack;
import io.countersign.stack.state.StackFile.Running;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A Keycloak with people in it, ready to be measured.
 *
 * @param flags what its Java was started with, in words
 * @param app sign-ins by authenticator app
 * @param plain sign-ins by password alone
 */
public record Peer(String flags, Keycloak keycloak, Load app, Load plain) implements AutoCloseable {

    /**
     * How to start one.
     *
     * @param name of its database and its folder
     * @param flags in words
     * @param java the flags; none to leave Keycloak's own
     */
    public record Kind(String name, String flags, List<String> java) {}

    /** Starts one with a database of its own in the server of the stack. */
    public static Peer start(Distribution distribution, Kind kind, OwnStack stack, Crowd crowd)
            throws IOException, SQLException, InterruptedException {
        distribution.prepare(crowd);
        create(stack.postgres("postgres"), kind.name());
        Keycloak keycloak =
                Keycloak.start(
                        distribution,
                        stack.postgres(kind.name()),
                        stack.logs().resolve(kind.name()),
                        kind.java());
        return new Peer(
                kind.flags(),
                keycloak,
                new Load(keycloak.byApp(crowd), crowd.withApp()),
                new Load(keycloak.byPassword(crowd), crowd.plain()));
    }

    /** For what it costs. */
    public Running running() {
        return keycloak.running();
    }

    private static void create(String server, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true));
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
