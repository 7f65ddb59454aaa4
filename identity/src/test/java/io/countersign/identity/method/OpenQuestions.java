package io.countersign.identity.method;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Terms;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.store.Dispatch;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.JudgeAnswer;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.open.Codes;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.HeldAccounts;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.ledger.InMemoryLedger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Questions of sign-ins to accounts that may be used, with every store in memory. */
public final class OpenQuestions {

    public static final ChallengeSettings SETTINGS =
            new ChallengeSettings(
                    Duration.ofMinutes(5), 5, Duration.ofSeconds(30), Duration.ofSeconds(30));

    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecurityEvent> events = new ArrayList<>();
    private final SecurityEvents announced =
            new SecurityEvents(event -> events.add((SecurityEvent) event));
    private final Clock clock;
    private final Codes codes;
    private final InMemoryStore store;
    private final InMemoryLedger ledger;
    private final AnswerChallenge answers;

    public OpenQuestions(Clock clock, GatewayKeys keys) {
        this.clock = clock;
        this.codes = new Codes(RANDOM, keys);
        this.store = new InMemoryStore(clock);
        this.ledger = new InMemoryLedger(clock);
        this.answers =
                new AnswerChallenge(
                        new EveryAccount(),
                        ledger.ledger(),
                        new JudgeAnswer(store, codes),
                        announced,
                        SETTINGS);
    }

    /** What was announced, oldest first. */
    public List<SecurityEvent> events() {
        return List.copyOf(events);
    }

    /** Where methods announce what an answer led to. */
    public SecurityEvents announced() {
        return announced;
    }

    public InMemoryLedger ledger() {
        return ledger;
    }

    /** Begins a sign-in. */
    public Question ask(AccountId account) {
        Instant now = clock.instant();
        Terms terms =
                new Terms(
                        ChallengeId.next(RANDOM),
                        Purpose.SIGN_IN,
                        account.toString(),
                        UUID.randomUUID().toString(),
                        now,
                        now.plus(SETTINGS.lifetime()));
        Pending challenge = new Pending(terms, SETTINGS.guesses(), codes.draw(terms), List.of());
        store.open(challenge, Dispatch.NOTHING);
        return new Question(challenge, account);
    }

    /** What one sign-in asks. */
    public final class Question {

        private final Pending challenge;
        private final AccountId account;

        private Question(Pending challenge, AccountId account) {
            this.challenge = challenge;
            this.account = account;
        }

        public AnswerOutcome answer(TypedMethod way, String typed) {
            Terms terms = challenge.terms();
            return answers.by(
                    way,
                    new ChallengeContext(
                            terms.purpose(),
                            account.value(),
                            terms.binding(),
                            Optional.of(terms.id()),
                            "192.0.2.1",
                            "en",
                            Optional.empty()),
                    typed);
        }

        /** The code that is sent for it. */
        public String code() {
            return codes.open(challenge.code(), challenge.terms()).orElseThrow().digits();
        }

        public int guessesLeft() {
            return ((Pending) store.find(challenge.terms().id()).orElseThrow()).guessesLeft();
        }
    }

    /** Compares with the code that is sent. */
    public Codes codes() {
        return codes;
    }

    private static final class EveryAccount implements HeldAccounts {

        @Override
        public boolean holdActive(AccountId id) {
            return true;
        }

        @Override
        public boolean hold(AccountId id) {
            return true;
        }
    }
}
