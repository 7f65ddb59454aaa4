package io.countersign.gateway.admission;

import io.countersign.identity.admission.Deadline;
import io.countersign.identity.admission.Gate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for requests that have a {@link Deadline}: no request waits for a connection beyond
 * it, no statement runs beyond it, and while the database is away only one request at a time waits
 * for it.
 */
final class PromptDataSource extends DelegatingDataSource {

    private final Gate gate = new Gate();

    PromptDataSource(DataSource all) {
        super(all);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<Duration> left = Deadline.left();
        return left.isPresent() ? promptly(left.get()) : super.getConnection();
    }

    private Connection promptly(Duration left) throws SQLException {
        if (left.toMillis() == 0) {
            throw new SQLTransientConnectionException("no time is left for this request");
        }
        Connection connection =
                gate.<Connection, SQLException>through(
                        super::getConnection,
                        _ -> true,
                        () -> {
                            throw new SQLTransientConnectionException("the database is away");
                        });
        return bounded(connection);
    }

    /** The pool removes the bound again. */
    private static Connection bounded(Connection connection) throws SQLException {
        long left = Deadline.left().map(Duration::toMillis).orElse(0L);
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(Math.max(1, left)));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
