package io.countersign.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.stack.EmbeddedPostgres.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir Path folder;

    @Test
    void a_committed_row_survives_a_restart_and_a_kill() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder, 0, "secret", Durability.PROCESS_DEATH)) {
            postgres.createDatabase("words");
            execute(postgres, "CREATE TABLE word (text text)");
            execute(postgres, "INSERT INTO word VALUES ('countersign')");

            postgres.restart();
            assertThat(word(postgres)).isEqualTo("countersign");

            postgres.kill();
            postgres.restart();
            assertThat(word(postgres)).isEqualTo("countersign");
        }
    }

    @Test
    void a_creation_that_was_cut_off_is_begun_again() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("data.unfinished"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18");

        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder, 0, "secret", Durability.PROCESS_DEATH)) {
            assertThat(postgres.isAlive()).isTrue();
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder, 0, "secret", Durability.PROCESS_DEATH)) {
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            postgres.jdbcUrl("postgres"), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void creating_a_database_that_is_there_leaves_it_as_it_is() throws Exception {
        EmbeddedPostgres postgres = TestServers.postgres();
        postgres.createDatabase("words");
        execute(postgres, "CREATE TABLE word (text text)");

        postgres.createDatabase("words");

        execute(postgres, "INSERT INTO word VALUES ('still here')");
        assertThat(word(postgres)).isEqualTo("still here");
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("words");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect("words");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM word")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
