package io.countersign.bench.people;

import io.countersign.engine.keys.GatewayKeys;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Makes accounts in bulk: straight into the tables, sealed with the gateway's own keys. */
public final class People {

    /** What an account can sign in with in addition to its password. */
    public enum Having {
        PHONE,
        APP,
        NOTHING
    }

    private static final int BATCH = 1000;

    private static final String PHONE =
            """
            insert into phone (id, account_id, name, masked, region, number, number_tag, confirmed_at)
            values (?, ?, 'Phone', '+1 ••••', 'US', ?, ?, now())
            """;

    private static final String APP =
            """
            insert into authenticator (id, account_id, name, secret, algorithm, activated_at, begun_by)
            values (?, ?, 'App', ?, 'SHA1', now(), gen_random_uuid())
            """;

    private final String database;
    private final GatewayKeys keys;
    private final String hash;

    /**
     * @param database its JDBC address
     * @param passwords hashes everyone's password, as the gateway would
     */
    public People(String database, GatewayKeys keys, Argon2PasswordEncoder passwords) {
        this.database = database;
        this.keys = keys;
        this.hash = passwords.encode(Person.PASSWORD);
    }

    /**
     * Makes people with numbers from {@code first} on.
     *
     * @throws SQLException where they exist already
     */
    public List<Person> make(int first, int count, Having having) throws SQLException {
        List<Person> people = IntStream.range(first, first + count).mapToObj(Person::of).toList();
        try (Connection connection = DriverManager.getConnection(database)) {
            connection.setAutoCommit(false);
            for (int from = 0; from < count; from += BATCH) {
                insert(connection, people.subList(from, Math.min(count, from + BATCH)), having);
                connection.commit();
            }
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
        return people;
    }

    private void insert(Connection connection, List<Person> people, Having having)
            throws SQLException {
        try (PreparedStatement account =
                        connection.prepareStatement(
                                "insert into account (id, email, password_hash, locale) values (?, ?, ?, 'en')");
                PreparedStatement phone = connection.prepareStatement(PHONE);
                PreparedStatement app = connection.prepareStatement(APP)) {
            for (Person person : people) {
                UUID id = UUID.randomUUID();
                account.setObject(1, id);
                account.setString(2, person.email());
                account.setString(3, hash);
                account.addBatch();
                switch (having) {
                    case PHONE -> phone(phone, id, person);
                    case APP -> app(app, id, person);
                    case NOTHING -> {}
                }
            }
            account.executeBatch();
            phone.executeBatch();
            app.executeBatch();
        }
    }

    private void phone(PreparedStatement row, UUID account, Person person) throws SQLException {
        UUID id = UUID.randomUUID();
        row.setObject(1, id);
        row.setObject(2, account);
        row.setBytes(3, keys.seal(person.number(), "phone\n" + account + "\n" + id));
        row.setString(4, keys.tag("phone", person.number()));
        row.addBatch();
    }

    private void app(PreparedStatement row, UUID account, Person person) throws SQLException {
        UUID id = UUID.randomUUID();
        row.setObject(1, id);
        row.setObject(2, account);
        row.setBytes(3, keys.seal(person.secret(), "authenticator\n" + account + "\n" + id));
        row.addBatch();
    }
}
