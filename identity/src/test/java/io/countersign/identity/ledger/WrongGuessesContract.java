package io.countersign.identity.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.engine.limit.GuessLimits.Wrong;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.ledger.GuessLedger.Guess;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store of wrong guesses must keep to. */
@Tag("SECURITY-4")
abstract class WrongGuessesContract {

    private static final Optional<UUID> UNKNOWN = Optional.empty();

    private final ChallengeId challenge = ChallengeId.next(new SecureRandom());
    private AccountId account = AccountId.next();

    abstract WrongGuesses guesses();

    /** A new account. */
    abstract AccountId account();

    /** Lets so much time pass, as far as guesses at the account are concerned. */
    abstract void pass(AccountId account, Duration time);

    @BeforeEach
    void begin() {
        account = account();
    }

    @Test
    void there_are_none_at_first() {
        assertThat(chances(UNKNOWN)).isEmpty();
        assertThat(guesses().at(challenge)).isZero();
    }

    @Test
    void they_come_oldest_first_and_not_after_now() {
        add(1e-6, UNKNOWN);
        pass(account, Duration.ofMinutes(1));
        add(3e-6, UNKNOWN);

        WrongGuesses.PastGuesses past = guesses().ofYear(account, UNKNOWN);

        assertThat(past.wrong()).extracting(Wrong::chance).containsExactly(1e-6, 3e-6);
        assertThat(past.wrong())
                .extracting(Wrong::at)
                .isSorted()
                .allMatch(at -> !at.isAfter(past.now()));
    }

    @Test
    void every_known_device_has_its_own() {
        Optional<UUID> device = Optional.of(UUID.randomUUID());
        add(1e-6, UNKNOWN);
        add(2e-6, device);

        assertThat(chances(UNKNOWN)).containsExactly(1e-6);
        assertThat(chances(device)).containsExactly(2e-6);
        assertThat(chances(Optional.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void every_account_has_its_own() {
        add(1e-6, UNKNOWN);

        assertThat(guesses().ofYear(account(), UNKNOWN).wrong()).isEmpty();
    }

    @Test
    void they_count_for_a_year() {
        add(1e-6, UNKNOWN);

        pass(account, Duration.ofDays(364));
        assertThat(chances(UNKNOWN)).hasSize(1);
        pass(account, Duration.ofDays(2));

        assertThat(chances(UNKNOWN)).isEmpty();
    }

    @Test
    void what_cannot_be_guessed_counts_at_its_challenge_alone() {
        add(0, UNKNOWN);
        add(1e-6, Optional.of(UUID.randomUUID()));

        assertThat(chances(UNKNOWN)).isEmpty();
        assertThat(guesses().at(challenge)).isEqualTo(2);
        assertThat(guesses().at(ChallengeId.next(new SecureRandom()))).isZero();
    }

    private void add(double chance, Optional<UUID> bucket) {
        guesses().add(new Guess(account, Method.SMS, chance, challenge, bucket));
    }

    private List<Double> chances(Optional<UUID> bucket) {
        return guesses().ofYear(account, bucket).wrong().stream().map(Wrong::chance).toList();
    }
}
