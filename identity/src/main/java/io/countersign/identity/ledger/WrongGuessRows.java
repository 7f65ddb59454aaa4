package io.countersign.identity.ledger;

import io.countersign.engine.limit.GuessLimits.Wrong;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.ledger.GuessLedger.Guess;
import io.countersign.identity.reads.RequestReads;
import io.countersign.identity.reads.TransactionLocks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wrong guesses in the database, by its clock. */
@Repository
class WrongGuessRows implements WrongGuesses {

    private final JdbcClient jdbc;

    WrongGuessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Not the account's row: what follows takes a share of that. */
    @Override
    public void hold(AccountId account) {
        String lock = "guesses of " + account;
        var _ = TransactionLocks.once(lock, () -> take(account, lock));
    }

    private boolean take(AccountId account, String lock) {
        RequestReads.locked(account);
        return jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", lock)
                .query((_, _) -> true)
                .single();
    }

    @Override
    public PastGuesses ofYear(AccountId account, Optional<UUID> bucket) {
        return RequestReads.once(account, "guess", () -> read(account, bucket), bucket);
    }

    /** With a row for the clock, so that one statement tells both. */
    private PastGuesses read(AccountId account, Optional<UUID> bucket) {
        List<Wrong> rows =
                jdbc.sql(
                                """
                                select clock_timestamp() as at, 0 as chance
                                union all
                                (select at, chance from guess
                                 where account_id = :account and bucket is not distinct from :bucket
                                   and chance > 0 and not forgiven and at > now() - interval '365 days'
                                 order by at)
                                """)
                        .param("account", account.value())
                        .param("bucket", bucket.orElse(null), java.sql.Types.OTHER)
                        .query(
                                (row, _) ->
                                        new Wrong(
                                                row.getTimestamp("at").toInstant(),
                                                row.getDouble("chance")))
                        .list();
        Predicate<Wrong> clock = row -> row.chance() == 0;
        return new PastGuesses(
                rows.stream().filter(clock.negate()).toList(),
                rows.stream().filter(clock).findFirst().orElseThrow().at());
    }

    @Override
    public int at(ChallengeId challenge) {
        return jdbc.sql("select count(*) from guess where challenge_id = :challenge")
                .param("challenge", challenge.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(Guess guess) {
        jdbc.sql(
                        """
                        insert into guess (account_id, method, chance, challenge_id, bucket, at)
                        values (:account, :method, :chance, :challenge, :bucket, clock_timestamp())
                        """)
                .param("account", guess.account().value())
                .param("method", guess.method().name())
                .param("chance", guess.chance())
                .param("challenge", guess.challenge().value())
                .param("bucket", guess.bucket().orElse(null), java.sql.Types.OTHER)
                .update();
    }

    @Override
    public void forgive(AccountId account, AttemptId attempt) {
        jdbc.sql(
                        """
                        update guess set forgiven = true
                        where account_id = :account and not forgiven
                          and at < (select password_changed_at from account where id = :account)
                          and exists (select from sign_in
                                      where id = :attempt and account_id = :account and outcome = 'SIGNED_IN'
                                        and method is not null
                                        and (method = 'RECOVERY_CODE' or bucket is not null))
                        """)
                .param("account", account.value())
                .param("attempt", attempt.value())
                .update();
    }
}
