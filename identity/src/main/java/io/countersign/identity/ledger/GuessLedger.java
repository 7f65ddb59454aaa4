package io.countersign.identity.ledger;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.Judgement;
import io.countersign.engine.limit.GuessLimits;
import io.countersign.engine.limit.GuessLimits.Reached;
import io.countersign.engine.limit.GuessSettings;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.ledger.WrongGuesses.PastGuesses;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chance of success that an account's wrong guesses had, summed. Known devices have a budget of
 * their own; all other guessers share one. Neither a new challenge nor a success lowers it; {@link
 * #beginAnew} does.
 */
@Component
public class GuessLedger {

    /** The chance of a guess at six digits, the longest code that can be guessed at all. */
    private static final double HARDEST = 1e-6;

    private final WrongGuesses wrong;
    private final GuessLimits limits;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    /**
     * A guess.
     *
     * @param chance that it is right by chance; 0 where guessing is impossible
     * @param challenge the one that it answers
     * @param bucket the bucket of the known device that it comes from
     */
    public record Guess(
            AccountId account,
            Method method,
            double chance,
            ChallengeId challenge,
            Optional<UUID> bucket) {}

    GuessLedger(WrongGuesses wrong, GuessSettings settings, PlatformTransactionManager manager) {
        this.wrong = wrong;
        this.limits = new GuessLimits(settings);
        this.transaction = new TransactionTemplate(manager);
        this.savepoint = new TransactionTemplate(manager);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What became of a guess. */
    public sealed interface Charged<T> {

        /** It was judged. */
        record Judged<T>(T result) implements Charged<T> {}

        /** It was not judged, because of earlier guesses. */
        record Refused<T>(Reached reached) implements Charged<T> {}

        /** The challenge has had as many guesses as it may. */
        record UsedUp<T>() implements Charged<T> {}
    }

    /** Makes every other guess at the account wait until the transaction ends. */
    public void hold(AccountId account) {
        wrong.hold(account);
    }

    /**
     * Sums, has a guess judged and charges it if it was wrong, for one guess at the account at a
     * time and in one transaction: if it cannot be charged, no one learns the result. What judging
     * wrote stands, unless the guess was neither right nor wrong.
     *
     * @param most how many guesses at its challenge are judged, whatever the challenge's own store
     *     says
     * @param spent called when this guess has spent the budget of the year
     */
    public <T> Charged<T> charge(
            Guess guess,
            int most,
            Supplier<T> judge,
            Function<T, Judgement> judgement,
            Consumer<Reached> spent) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Charged<T> charged = charged(guess, most, judge, judgement);
                            if (charged instanceof Charged.Judged<T>(T judged)
                                    && judgement.apply(judged) == Judgement.WRONG) {
                                wrong.add(guess);
                                year(guess).ifPresent(spent);
                            }
                            return charged;
                        }));
    }

    private <T> Charged<T> charged(
            Guess guess, int most, Supplier<T> judge, Function<T, Judgement> judgement) {
        wrong.hold(guess.account());
        if (wrong.at(guess.challenge()) >= most) {
            return new Charged.UsedUp<>();
        }
        return reached(guess.account(), guess.bucket(), guess.chance())
                .<Charged<T>>map(Charged.Refused::new)
                .orElseGet(() -> new Charged.Judged<>(judged(judge, judgement)));
    }

    private <T> T judged(Supplier<T> judge, Function<T, Judgement> judgement) {
        return Objects.requireNonNull(
                savepoint.execute(
                        status -> {
                            T judged = judge.get();
                            if (judgement.apply(judged) == Judgement.NEITHER) {
                                status.setRollbackOnly();
                            }
                            return judged;
                        }));
    }

    private Optional<Reached> year(Guess guess) {
        return reached(guess.account(), guess.bucket(), guess.chance())
                .filter(reached -> reached.limit() == GuessLimits.Limit.YEAR);
    }

    /**
     * Starts a new budget once a person has a new password and has also given a factor that cannot
     * be guessed, or used a known device: guesses made with the old password no longer count.
     *
     * @param attempt in which the second factor was given
     */
    public void beginAnew(AccountId account, AttemptId attempt) {
        wrong.forgive(account, attempt);
    }

    /**
     * The limit that prevents one more guess.
     *
     * @param chance that it is right; 0 where guessing is impossible, which no limit prevents
     */
    public Optional<Reached> reached(AccountId account, Optional<UUID> bucket, double chance) {
        if (chance <= 0) {
            return Optional.empty();
        }
        PastGuesses past = wrong.ofYear(account, bucket);
        return limits.against(past.wrong(), chance, past.now());
    }

    /** Whether even the code that is hardest to guess may not be guessed at for a long time. */
    public boolean spent(Attempt attempt) {
        return reached(attempt.account(), attempt.bucket(), HARDEST)
                .filter(reached -> reached.limit() == GuessLimits.Limit.YEAR)
                .isPresent();
    }
}
