package io.countersign.identity.entry;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Method;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.admission.NamedLocks;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.caller.Client;
import io.countersign.identity.ledger.GuessLedger;
import io.countersign.identity.method.SecondFactor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Judges what was typed and, if the answer is right, signs in or steps up. All of this is one
 * transaction: if the database dies in between, nothing is used up, and the same answer is right
 * again.
 */
@Service
public class AnswerSignIn {

    private final NamedLocks turns;
    private final TransactionOperations transactions;
    private final GuessLedger ledger;
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final RememberedSignIn remembered;

    AnswerSignIn(
            NamedLocks turns,
            TransactionOperations transactions,
            GuessLedger ledger,
            Accounts accounts,
            SecondFactor secondFactor,
            RememberedSignIn remembered) {
        this.turns = turns;
        this.transactions = transactions;
        this.ledger = ledger;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.remembered = remembered;
    }

    /**
     * Answers an attempt.
     *
     * @param method null for that of the latest delivery or, if there was none, the preferred one
     * @param typed as the person typed it
     * @param remember whether to have the device remembered, where policy allows
     */
    public AnswerOutcome answer(
            Attempt attempt,
            @Nullable Method method,
            @Nullable String typed,
            boolean remember,
            Client client) {
        return turns.inTurn(
                attempt.account().value(),
                () ->
                        Objects.requireNonNull(
                                transactions.execute(
                                        _ -> {
                                            hold(attempt);
                                            return completed(
                                                    attempt,
                                                    secondFactor.answer(
                                                            attempt,
                                                            method,
                                                            typed,
                                                            client.origin().address()),
                                                    remember,
                                                    client);
                                        })));
    }

    /**
     * In the order in which all transactions take these locks, so that no two wait for each other.
     */
    private void hold(Attempt attempt) {
        ledger.hold(attempt.account());
        var _ = accounts.holdActive(attempt.account());
    }

    private AnswerOutcome completed(
            Attempt attempt, AnswerOutcome outcome, boolean remember, Client client) {
        return outcome instanceof AnswerOutcome.Right(Approved approved)
                        && !remembered.complete(attempt, approved, remember, client)
                ? new AnswerOutcome.Suspended()
                : outcome;
    }
}
