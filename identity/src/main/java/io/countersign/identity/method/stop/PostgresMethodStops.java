package io.countersign.identity.method.stop;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.reads.RequestReads;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stops of methods in the database, by its clock. */
@Repository
class PostgresMethodStops implements MethodStops {

    private final JdbcClient jdbc;

    PostgresMethodStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stop(String method, String reason) {}

    @Override
    public boolean stopped(AccountId account, Method method) {
        return now(account).stream().anyMatch(stop -> stop.method().equals(method.name()));
    }

    /** All that stand now. */
    private List<Stop> now(AccountId account) {
        return RequestReads.once(account, "method_stop", () -> read(account));
    }

    private List<Stop> read(AccountId account) {
        return jdbc.sql(
                        """
                        select method, reason from method_stop
                        where account_id = :account and (until is null or until > now())
                        """)
                .param("account", account.value())
                .query((row, _) -> new Stop(row.getString("method"), row.getString("reason")))
                .list();
    }

    @Override
    public boolean stopped(AccountId account, Method method, Reason reason) {
        return now(account).contains(new Stop(method.name(), reason.name()));
    }

    @Override
    public Optional<Instant> until(AccountId account, Method method, Reason reason) {
        return jdbc.sql(
                        """
                        select until from method_stop
                        where account_id = :account and method = :method and reason = :reason
                          and until > now()
                        """)
                .param("account", account.value())
                .param("method", method.name())
                .param("reason", reason.name())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public void stop(AccountId account, Method method, Reason reason, @Nullable Instant until) {
        jdbc.sql(
                        """
                        insert into method_stop (account_id, method, reason, until)
                        values (:account, :method, :reason, :until)
                        on conflict (account_id, method, reason) do update set until = excluded.until
                        """)
                .param("account", account.value())
                .param("method", method.name())
                .param("reason", reason.name())
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    @Override
    public boolean start(AccountId account, Method method, Reason reason) {
        return jdbc.sql(
                                """
                                delete from method_stop
                                where account_id = :account and method = :method and reason = :reason
                                """)
                        .param("account", account.value())
                        .param("method", method.name())
                        .param("reason", reason.name())
                        .update()
                > 0;
    }
}
