package io.countersign.identity.method;

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

/**
 * Methods that an account has factors for but must not use, for a while or until switched on again.
 */
@Repository
public class MethodStops {

    private final JdbcClient jdbc;

    MethodStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a method is stopped. */
    public enum Reason {
        /** Its owner switched it off. */
        OWNER,
        /** Too many wrong codes. */
        WRONG_CODES,
        /** The person said that a sign-in was not theirs; lasts for a while. */
        NOT_ME
    }

    private record Stop(String method, String reason) {}

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

    /** Whether it is stopped for this reason. */
    public boolean stopped(AccountId account, Method method, Reason reason) {
        return now(account).contains(new Stop(method.name(), reason.name()));
    }

    /** Until when it is stopped for this reason; empty if it is not, or is for good. */
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

    /**
     * Stops it.
     *
     * @param until null to stop it until it is started again
     */
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

    /** Lets it be used again if it was stopped for this reason; returns whether it was. */
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
