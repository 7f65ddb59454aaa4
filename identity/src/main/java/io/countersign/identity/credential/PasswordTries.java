package io.countersign.identity.credential;

import io.countersign.identity.admission.NamedLocks;
import io.countersign.identity.attempt.Forgetful;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts password tries before the passwords are checked, and takes right ones back. Other actions
 * that are as costly and as tempting to abuse count here too, in buckets of their own.
 */
@Repository
public class PasswordTries implements Forgetful {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final FullBuckets full;
    private final NamedLocks turns;

    PasswordTries(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            NamedLocks turns,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.full = new FullBuckets(clock);
        this.turns = turns;
    }

    /** A bucket and its limit of tries an hour. */
    public record Allowance(String bucket, int anHour) {}

    /** When the buckets are free again, as far as that is known without asking the database. */
    Optional<Instant> knownToBeFull(List<Allowance> allowances) {
        return full.freeAgain(buckets(allowances));
    }

    /**
     * Counts one try in each bucket; where one is full, counts nothing and says when it is free
     * again.
     */
    public Optional<Instant> take(List<Allowance> allowances) {
        return knownToBeFull(allowances)
                .or(
                        () ->
                                turns.inTurn(
                                        buckets(allowances),
                                        () ->
                                                knownToBeFull(allowances)
                                                        .or(() -> counted(allowances))));
    }

    private Optional<Instant> counted(List<Allowance> allowances) {
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            for (Allowance allowance :
                                    allowances.stream().sorted(BY_BUCKET).toList()) {
                                lock(allowance.bucket());
                                Optional<Instant> freeAgain = freeAgain(allowance);
                                if (freeAgain.isPresent()) {
                                    full.remember(allowance.bucket(), freeAgain.get());
                                    return freeAgain;
                                }
                            }
                            allowances.forEach(allowance -> count(allowance.bucket()));
                            return Optional.empty();
                        }));
    }

    /** Takes one try back in each bucket: the password was right, or was not checked. */
    public void giveBack(List<Allowance> allowances) {
        turns.inTurn(
                buckets(allowances),
                () -> {
                    transactions.executeWithoutResult(
                            _ -> buckets(allowances).forEach(this::uncount));
                    full.forget(buckets(allowances));
                    return allowances;
                });
    }

    private void uncount(String bucket) {
        jdbc.sql(
                        """
                        delete from password_try where id =
                          (select max(id) from password_try where bucket = :bucket)
                        """)
                .param("bucket", bucket)
                .update();
    }

    private static List<String> buckets(List<Allowance> allowances) {
        return allowances.stream().map(Allowance::bucket).toList();
    }

    /** Forgets entries that no longer count. */
    @Override
    public void forgetOld() {
        jdbc.sql("delete from password_try where at < now() - interval '1 hour'").update();
    }

    // Always in the same order, so that two that need the same buckets do not wait for each other.
    private static final java.util.Comparator<Allowance> BY_BUCKET =
            java.util.Comparator.comparing(Allowance::bucket);

    private void lock(String bucket) {
        jdbc.sql(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:bucket, 0))) locked")
                .param("bucket", bucket)
                .query(Integer.class)
                .single();
    }

    private Optional<Instant> freeAgain(Allowance allowance) {
        return jdbc.sql(
                        """
                        select at + interval '1 hour' from password_try
                        where bucket = :bucket and at > now() - interval '1 hour'
                        order by at desc offset :most limit 1
                        """)
                .param("bucket", allowance.bucket())
                .param("most", allowance.anHour() - 1)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private void count(String bucket) {
        jdbc.sql("insert into password_try (bucket) values (:bucket)")
                .param("bucket", bucket)
                .update();
    }
}
