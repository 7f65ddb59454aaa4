package io.countersign.identity;

import com.zaxxer.hikari.HikariDataSource;
import io.countersign.identity.account.AccountId;
import io.countersign.stack.TestServers;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A PostgreSQL with the tables of identity and without an application, for all tests of a JVM. */
public final class OwnDatabase {

    private static final DataSource SOURCE = migrated();

    private OwnDatabase() {}

    public static DataSource source() {
        return SOURCE;
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(SOURCE);
    }

    public static PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(SOURCE);
    }

    /** A new account that nobody can sign in to. */
    public static AccountId account() {
        AccountId id = AccountId.next();
        jdbc().sql("insert into account (id, email, password_hash) values (:id, :email, '')")
                .param("id", id.value())
                .param("email", id + "@people.test")
                .update();
        return id;
    }

    private static DataSource migrated() {
        TestServers.Database database = TestServers.freshDatabase();
        var source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
