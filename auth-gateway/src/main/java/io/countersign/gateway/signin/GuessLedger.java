package io.countersign.gateway.signin;

import io.countersign.challenge.Method;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What an account's wrong guesses of the last year would have had as chance of success, whoever
 * made them and however. Nothing but time lowers it.
 */
@Repository
public class GuessLedger {

    /** The chance a year of wrong guesses may add up to. */
    public static final double YEARLY = 1e-4;

    private static final double ROUNDING = 1e-12;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    GuessLedger(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Charges a guess, has it judged, and takes the charge back unless it was wrong. The charge
     * comes first, so that nobody who keeps the database busy guesses for nothing; it stands when
     * this returns.
     */
    public <T> T charge(UUID account, Method method, Supplier<T> judge, Predicate<T> wrong) {
        return Objects.requireNonNull(
                transactions.execute(
                        transaction -> {
                            add(account, method);
                            T judged = judge.get();
                            if (!wrong.test(judged)) {
                                transaction.setRollbackOnly();
                            }
                            return judged;
                        }));
    }

    private void add(UUID account, Method method) {
        jdbc.sql(
                        "insert into guess (account_id, method, chance) values (:account, :method, :chance)")
                .param("account", account)
                .param("method", method.name())
                .param("chance", chance(method))
                .update();
    }

    /** Whether one more guess of this kind would be too many. */
    public boolean spent(UUID account, Method method) {
        double charged =
                jdbc.sql(
                                """
                                select coalesce(sum(chance), 0) from guess
                                where account_id = :account and at > now() - interval '1 year'
                                """)
                        .param("account", account)
                        .query(Double.class)
                        .single();
        return charged + chance(method) > YEARLY + ROUNDING;
    }

    private static double chance(Method method) {
        return switch (method) {
            case SMS -> 1e-6;
            case TOTP -> 3e-6;
            // Caller-ID codes have a rule of their own; the others cannot be guessed.
            case CALL, TELEGRAM, RECOVERY_CODE -> 0;
        };
    }
}
