package io.countersign.bench.people;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Years of use in a database: accounts that nobody signs in to, history and devices of all. */
public final class Filling {

    private static final List<String> STATEMENTS =
            List.of(
                    // Nothing that is made here breaks a reference, and checking each would take
                    // hours.
                    "set session_replication_role = replica",
                    """
                    insert into account (id, email, password_hash, locale)
                    select gen_random_uuid(), 'filling' || n || '@bench.example', 'none', 'en'
                    from generate_series(1, %d) n
                    """,
                    """
                    insert into sign_in (id, account_id, started_at, deadline, address, user_agent,
                                         outcome, method, finished_at)
                    select gen_random_uuid(), id, now() - n * interval '9 days',
                           now() - n * interval '9 days' + interval '5 minutes', '127.0.0.1', 'bench',
                           'SIGNED_IN', 'TOTP', now() - n * interval '9 days' + interval '1 minute'
                    from account, generate_series(1, 5) n
                    """,
                    """
                    insert into remembered_device (id, account_id, token_hash, remembered_by, address,
                                                   user_agent, expires_at)
                    select gen_random_uuid(), account_id, gen_random_uuid()::text, (array_agg(id))[1],
                           '127.0.0.1', 'bench', now() + interval '20 days'
                    from sign_in group by account_id
                    """,
                    """
                    insert into known_device (token_hash, account_id)
                    select gen_random_uuid()::text, id from account
                    """,
                    "set session_replication_role = origin",
                    "vacuum analyze");

    private final String database;

    /**
     * @param database its JDBC address, of a superuser
     */
    public Filling(String database) {
        this.database = database;
    }

    /** Adds so many accounts; five times as many rows of history, and a device for each. */
    public void add(int accounts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql.formatted(accounts));
            }
        }
    }

    /** How often PostgreSQL has read each table of at least so many rows from end to end. */
    public Map<String, Long> sequentialScans(int rows) throws SQLException {
        Map<String, Long> scans = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery(
                                "select relname, seq_scan from pg_stat_user_tables where n_live_tup >= "
                                        + rows
                                        + " order by relname")) {
            while (tables.next()) {
                scans.put(tables.getString(1), tables.getLong(2));
            }
        }
        return scans;
    }
}
