package io.countersign.identity.factor.telegram;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Expired;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Statements;
import io.countersign.challenge.store.Updated;
import io.countersign.events.Statement;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.method.DecidedElsewhere;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Judges what people pressed in Telegram. The workers do not know which number is right; what they
 * say is believed only under their seal, and compared here.
 */
@Service
public class TelegramDecisions implements DecidedElsewhere {

    private final Statements statements;
    private final ChannelSeal seal;
    private final ConfirmationNumbers numbers;
    private final Challenges challenges;
    private final TelegramAccounts accounts;
    private final Refusal refusal;

    TelegramDecisions(
            Statements statements,
            @Qualifier("telegramSeal") ChannelSeal seal,
            ConfirmationNumbers numbers,
            Challenges challenges,
            TelegramAccounts accounts,
            Refusal refusal) {
        this.statements = statements;
        this.seal = seal;
        this.numbers = numbers;
        this.challenges = challenges;
        this.accounts = accounts;
        this.refusal = refusal;
    }

    @Override
    public Method method() {
        return Method.TELEGRAM;
    }

    @Override
    public OptionalInt number(ChallengeId id) {
        return OptionalInt.of(numbers.right(id));
    }

    @Override
    public boolean judge(ChallengeId id) {
        Optional<Statement.Decision> decision = find(id);
        if (decision.isEmpty()) {
            return true;
        }
        if (!right(id, decision.get())) {
            refusal.by(id, decision.get().chosen() == null);
            end(id, Pending::deny);
        } else if (refusal.suspended(id)) {
            end(id, (pending, _) -> new Expired(pending.terms()));
            return false;
        } else {
            approve(id, decision.get());
        }
        return true;
    }

    @Override
    public boolean confirmed(ChallengeId id) {
        return find(id).filter(decision -> right(id, decision)).isPresent();
    }

    private void approve(ChallengeId id, Statement.Decision decision) {
        Updated<Optional<FactorId>> approved =
                challenges.update(
                        id,
                        (current, now) ->
                                current.at(now) instanceof Pending pending
                                        ? Change.to(
                                                new Approved(pending.terms(), method(), now),
                                                decidedBy(pending, decision))
                                        : Change.to(current, Optional.empty()));
        if (approved instanceof Updated.Done<Optional<FactorId>>(Optional<FactorId> factor)) {
            factor.ifPresent(accounts::used);
        }
    }

    private static Optional<FactorId> decidedBy(Pending challenge, Statement.Decision decision) {
        return challenge.rounds().stream()
                .filter(round -> round.number() == decision.delivery().round())
                .findFirst()
                .map(round -> FactorId.of(round.factor()));
    }

    private void end(ChallengeId id, BiFunction<Pending, Instant, Challenge> how) {
        var _ =
                challenges.update(
                        id,
                        (current, now) ->
                                Change.to(
                                        current instanceof Pending pending
                                                ? how.apply(pending, now)
                                                : current,
                                        "ended"));
    }

    private boolean right(ChallengeId id, Statement.Decision decision) {
        Integer chosen = decision.chosen();
        return chosen != null && chosen == numbers.right(id);
    }

    private Optional<Statement.Decision> find(ChallengeId id) {
        return statements
                .find(id, Statement.Decision.NAME)
                .flatMap(kept -> seal.openStatement(kept, id, Statement.Decision.NAME))
                .filter(Statement.Decision.class::isInstance)
                .map(Statement.Decision.class::cast)
                .filter(decision -> decision.delivery().subject().equals(id));
    }
}
