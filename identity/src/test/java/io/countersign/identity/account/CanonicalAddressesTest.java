package io.countersign.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.OwnDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CanonicalAddressesTest {

    private final DataSource dataSource = OwnDatabase.source();
    private final JdbcClient jdbc = OwnDatabase.jdbc();

    @Test
    @Tag("SECURITY-33")
    void anOldAccountKeepsTheMailboxThatItsMailsWentTo() throws SQLException {
        String name = UUID.randomUUID().toString();
        UUID street = add(name + "@straße.example");
        UUID books = add(name + "@bücher.example");
        UUID taken = add(name + "@taken-ü.example");
        add(name + "@xn--taken--8ya.example");

        migrate();

        assertThat(email(street)).isEqualTo(name + "@strasse.example");
        assertThat(email(books)).isEqualTo(name + "@xn--bcher-kva.example");
        assertThat(email(taken)).isEqualTo(name + "@taken-ü.example");
    }

    private void migrate() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            new V23__CanonicalAddresses()
                    .migrate(
                            new Context() {
                                @Override
                                public Configuration getConfiguration() {
                                    throw new UnsupportedOperationException();
                                }

                                @Override
                                public Connection getConnection() {
                                    return connection;
                                }
                            });
        }
    }

    private UUID add(String email) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into account (id, email, password_hash) values (:id, :email, '')")
                .param("id", id)
                .param("email", email)
                .update();
        return id;
    }

    private String email(UUID account) {
        return jdbc.sql("select email from account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }
}
