package io.countersign.identity.ledger;

import io.countersign.engine.limit.GuessLimits.Wrong;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.ledger.GuessLedger.Guess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps wrong guesses by the clock that it is given; holds nothing, and forgives nothing. */
final class InMemoryWrongGuesses implements WrongGuesses {

    private final Clock clock;
    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    InMemoryWrongGuesses(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Guess guess, Instant at) {}

    @Override
    public void hold(AccountId account) {}

    @Override
    public PastGuesses ofYear(AccountId account, Optional<UUID> bucket) {
        Instant now = clock.instant();
        return new PastGuesses(
                kept.stream()
                        .filter(each -> each.guess().account().equals(account))
                        .filter(each -> each.guess().bucket().equals(bucket))
                        .filter(each -> each.guess().chance() > 0)
                        .filter(each -> each.at().isAfter(now.minus(Duration.ofDays(365))))
                        .map(each -> new Wrong(each.at(), each.guess().chance()))
                        .toList(),
                now);
    }

    @Override
    public int at(ChallengeId challenge) {
        return (int)
                kept.stream().filter(each -> each.guess().challenge().equals(challenge)).count();
    }

    @Override
    public void add(Guess guess) {
        kept.add(new Kept(guess, clock.instant()));
    }

    @Override
    public void forgive(AccountId account, AttemptId attempt) {
        throw new UnsupportedOperationException("it knows neither passwords nor attempts");
    }
}
