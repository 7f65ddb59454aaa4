package io.countersign.gateway.signin;

import io.countersign.challenge.Method;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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

    /** The chance of a guess at six digits, the longest code that can be guessed at all. */
    private static final double HARDEST = 1e-6;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /**
     * A guess.
     *
     * @param chance that it is right by chance; 0 where nobody can guess
     */
    public record Guess(UUID account, Method method, double chance) {}

    GuessLedger(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What a guess turned out to be. */
    public enum Judgement {
        RIGHT,
        WRONG,
        /** It came too late to be either. */
        NEITHER
    }

    /**
     * Charges a guess, has it judged, and takes the charge back unless it was wrong. The charge
     * comes first, so that nobody who keeps the database busy guesses for nothing; it stands when
     * this returns. What judging wrote stands with it, unless the guess was neither right nor
     * wrong.
     */
    public <T> T charge(Guess guess, Supplier<T> judge, Function<T, Judgement> judgement) {
        return Objects.requireNonNull(
                transactions.execute(
                        transaction -> {
                            long charge = add(guess);
                            T judged = judge.get();
                            switch (judgement.apply(judged)) {
                                case RIGHT -> takeBack(charge);
                                case NEITHER -> transaction.setRollbackOnly();
                                case WRONG -> {}
                            }
                            return judged;
                        }));
    }

    private long add(Guess guess) {
        return jdbc.sql(
                        """
                        insert into guess (account_id, method, chance)
                        values (:account, :method, :chance) returning id
                        """)
                .param("account", guess.account())
                .param("method", guess.method().name())
                .param("chance", guess.chance())
                .query(Long.class)
                .single();
    }

    private void takeBack(long charge) {
        jdbc.sql("delete from guess where id = :id").param("id", charge).update();
    }

    /** Whether this guess would be one too many. What cannot be guessed never is. */
    public boolean spent(Guess guess) {
        return guess.chance() > 0 && spent(guess.account(), guess.chance());
    }

    /** Whether not even the code that is hardest to guess may be guessed at any more. */
    public boolean spent(UUID account) {
        return spent(account, HARDEST);
    }

    private boolean spent(UUID account, double chance) {
        return charged(account) + chance > YEARLY + ROUNDING;
    }

    private double charged(UUID account) {
        return jdbc.sql(
                        """
                        select coalesce(sum(chance), 0) from guess
                        where account_id = :account and at > now() - interval '1 year'
                        """)
                .param("account", account)
                .query(Double.class)
                .single();
    }
}
