package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.reads.RequestReads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The preferred methods in the database. */
@Repository
class PostgresPreferredMethods implements PreferredMethods {

    private final JdbcClient jdbc;

    PostgresPreferredMethods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Method> of(AccountId account) {
        return RequestReads.once(account, "account", () -> read(account));
    }

    private Optional<Method> read(AccountId account) {
        return jdbc.sql("select preferred_method from account where id = :account")
                .param("account", account.value())
                .query((row, _) -> Optional.ofNullable(row.getString(1)).map(Method::valueOf))
                .optional()
                .flatMap(preferred -> preferred);
    }

    @Override
    public void prefer(AccountId account, @Nullable Method method) {
        jdbc.sql("update account set preferred_method = :method where id = :account")
                .param("account", account.value())
                .param("method", method == null ? null : method.name())
                .update();
    }
}
