package io.countersign.identity.credential;

import io.countersign.identity.admission.NamedLocks;
import io.countersign.identity.attempt.Forgetful;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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
                            lock(allowances);
                            Optional<Full> full = full(allowances);
                            if (full.isEmpty()) {
                                count(allowances);
                            }
                            return full.map(this::remembered);
                        }));
    }

    private Instant remembered(Full bucket) {
        full.remember(bucket.name(), bucket.freeAgain());
        return bucket.freeAgain();
    }

    /** Takes one try back in each bucket: the password was right, or was not checked. */
    public void giveBack(List<Allowance> allowances) {
        turns.inTurn(
                buckets(allowances),
                () -> {
                    uncount(allowances);
                    full.forget(buckets(allowances));
                    return allowances;
                });
    }

    private void uncount(List<Allowance> allowances) {
        jdbc.sql(
                        """
                        delete from password_try where id in
                          (select max(id) from password_try where bucket = any(:buckets) group by bucket)
                        """)
                .param("buckets", names(allowances))
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

    /**
     * Always in the same order, so that two that need the same buckets never wait for each other.
     */
    private void lock(List<Allowance> allowances) {
        var _ =
                jdbc.sql(
                                """
                                select pg_advisory_xact_lock(hashtextextended(bucket, 0))
                                from unnest(:buckets) with ordinality as one (bucket, place)
                                """)
                        .param("buckets", sorted(names(allowances)))
                        .query((_, _) -> true)
                        .list();
    }

    private static String[] sorted(String[] buckets) {
        Arrays.sort(buckets);
        return buckets;
    }

    private record Full(String name, Instant freeAgain) {}

    /** The first of the buckets that is full. */
    private Optional<Full> full(List<Allowance> allowances) {
        return jdbc.sql(
                        """
                        select one.bucket, fullest.at + interval '1 hour' as free_again
                        from unnest(:buckets, :most) with ordinality as one (bucket, most, place)
                        cross join lateral
                          (select at from password_try
                           where bucket = one.bucket and at > now() - interval '1 hour'
                           order by at desc offset one.most - 1 limit 1) fullest
                        order by one.place limit 1
                        """)
                .param("buckets", names(allowances))
                .param("most", allowances.stream().map(Allowance::anHour).toArray(Integer[]::new))
                .query(
                        (row, _) ->
                                new Full(
                                        row.getString("bucket"),
                                        row.getTimestamp("free_again").toInstant()))
                .optional();
    }

    private void count(List<Allowance> allowances) {
        jdbc.sql("insert into password_try (bucket) select unnest(:buckets)")
                .param("buckets", names(allowances))
                .update();
    }

    private static String[] names(List<Allowance> allowances) {
        return allowances.stream().map(Allowance::bucket).toArray(String[]::new);
    }
}
