package io.countersign.identity.alert;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.event.FactorFailure;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What accounts have been told of failures, and what has gathered since. */
@Repository
class FailedFactorRows {

    private static final RowMapper<Gathered> GATHERED =
            (row, _) ->
                    new Gathered(
                            new FailedFactor(
                                    new AccountId(row.getObject("account_id", UUID.class)),
                                    new AttemptId(row.getObject("attempt_id", UUID.class)),
                                    Method.valueOf(row.getString("method")),
                                    FactorFailure.valueOf(row.getString("outcome")),
                                    row.getTimestamp("at").toInstant()),
                            row.getInt("untold"));

    private final JdbcClient jdbc;

    FailedFactorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The failures of an account since it was last told, and the latest of them. */
    record Gathered(FailedFactor latest, int count) {}

    /** Whether the account was told nothing within the last hour; otherwise this failure waits. */
    boolean isFirst(FailedFactor failure) {
        return jdbc.sql(
                                """
                                insert into failed_factor (account_id, told_at, untold, attempt_id, method, outcome, at)
                                values (:account, now(), 0, :attempt, :method, :outcome, :at)
                                on conflict (account_id) do update set
                                    untold = failed_factor.untold + 1, attempt_id = excluded.attempt_id,
                                    method = excluded.method, outcome = excluded.outcome, at = excluded.at
                                returning untold
                                """)
                        .param("account", failure.account().value())
                        .param("attempt", failure.attempt().value())
                        .param("method", failure.method().name())
                        .param("outcome", failure.how().name())
                        .param("at", failure.at().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /**
     * Takes what has gathered for an account whose hour is over. If anything has, the next hour
     * begins; if not, the account is forgotten.
     */
    Optional<Gathered> takeGathered() {
        Optional<Gathered> over =
                jdbc.sql(
                                """
                                select * from failed_factor where told_at <= now() - interval '1 hour'
                                order by told_at limit 1 for update skip locked
                                """)
                        .query(GATHERED)
                        .optional();
        over.ifPresent(
                gathered -> {
                    AccountId account = gathered.latest().account();
                    if (gathered.count() == 0) {
                        forget(account);
                    } else {
                        beginAnew(account);
                    }
                });
        return over;
    }

    private void beginAnew(AccountId account) {
        jdbc.sql("update failed_factor set told_at = now(), untold = 0 where account_id = :account")
                .param("account", account.value())
                .update();
    }

    private void forget(AccountId account) {
        jdbc.sql("delete from failed_factor where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
