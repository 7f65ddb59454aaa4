package io.countersign.identity.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.Hint;
import io.countersign.engine.limit.GuessLimits.Limit;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.totp.code.Totp;
import io.countersign.identity.method.OpenQuestions;
import io.countersign.test.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test begins with an account that has one authenticator, activated a step ago. */
class TotpMethodTest {

    private final MovableClock clock = new MovableClock();
    private final long now = Totp.step(clock.instant());
    private final InMemoryAuthenticators authenticators = new InMemoryAuthenticators(clock);
    private final TotpMethod totp = new TotpMethod(authenticators, clock);
    private final AccountId account = AccountId.next();

    @TempDir private Path folder;

    private Authenticator app;
    private OpenQuestions questions;

    @BeforeEach
    void connect() {
        questions = new OpenQuestions(clock, OwnKeys.in(folder));
        app = authenticators.activate(account, now - 1);
    }

    @Test
    @Tag("SECURITY-6")
    void acceptsTheNextStepToo() {
        assertThat(answer(code(now + 1))).isInstanceOf(AnswerOutcome.Right.class);
    }

    @Test
    @Tag("SECURITY-6")
    void refusesEveryStepThatWasUsedAndAllBefore() {
        answer(code(now + 1));
        OpenQuestions.Question thief = questions.ask(account);

        assertThat(LongStream.rangeClosed(now - 1, now + 1).mapToObj(this::code))
                .extracting(code -> thief.answer(totp, code))
                .extracting(TotpMethodTest::hint)
                .containsOnly(Optional.of(new Hint.UsedAlready()));
    }

    @Test
    @Tag("SECURITY-6")
    void theCodeThatActivatedDoesNotSignIn() {
        assertThat(hint(answer(code(now - 1)))).contains(new Hint.UsedAlready());
    }

    @ParameterizedTest
    @CsvSource({"3", "20", "61", "-3", "-20", "-61"})
    @Tag("SECURITY-6")
    void saysByHowMuchAClockIsOffAndCountsTheGuess(long minutes) {
        Duration ahead = Duration.ofMinutes(minutes);

        assertThat(answer(code(now + ahead.dividedBy(Totp.STEP))))
                .isEqualTo(
                        new AnswerOutcome.Wrong(
                                Method.TOTP, 4, Optional.of(new Hint.ClockOff(ahead))));
        assertThat(questions.ledger().charged(account)).isEqualTo(3e-6);
    }

    @Test
    @Tag("SECURITY-6")
    void whoHearsThatACodeIsOfATimeToComeCannotUseItThen() {
        String soon = code(now + 4);
        assertThat(hint(answer(soon))).contains(new Hint.ClockOff(Totp.STEP.multipliedBy(4)));

        clock.advance(Totp.STEP.multipliedBy(3));
        assertThat(hint(answer(soon))).contains(new Hint.UsedAlready());
        clock.advance(Totp.STEP);
        assertThat(hint(answer(soon))).contains(new Hint.UsedAlready());
    }

    @Test
    @Tag("SECURITY-4")
    void aWrongCodeIsChargedForEachAuthenticatorThatItMightHaveFit() {
        authenticators.activate(account, now - 1);

        answer(wrong());

        assertThat(questions.ledger().charged(account)).isEqualTo(6e-6);
    }

    @Test
    @Tag("SECURITY-4")
    void aRightCodeCostsNothing() {
        answer(code(now));

        assertThat(questions.ledger().charged(account)).isZero();
    }

    @Test
    @Tag("SECURITY-4")
    void withTheYearsGuessesSpentNotEvenTheRightCodeServes() {
        questions.ledger().spendTheYear(account);

        assertThat(answer(code(now)))
                .isInstanceOfSatisfying(
                        AnswerOutcome.Exhausted.class,
                        spent -> assertThat(spent.reached().limit()).isEqualTo(Limit.YEAR));
    }

    @Test
    @Tag("SECURITY-3")
    void everyWrongCodeTakesAGuess() {
        OpenQuestions.Question question = questions.ask(account);

        question.answer(totp, wrong());

        assertThat(question.answer(totp, wrong()))
                .isEqualTo(new AnswerOutcome.Wrong(Method.TOTP, 3, Optional.empty()));
    }

    @Test
    void anyOfSeveralAuthenticatorsServes() {
        Authenticator other = authenticators.activate(account, now - 1);

        assertThat(answer(other.totp().code(now))).isInstanceOf(AnswerOutcome.Right.class);
        assertThat(answer(code(now))).isInstanceOf(AnswerOutcome.Right.class);
    }

    @ParameterizedTest
    @Tag("SECURITY-8")
    @ValueSource(strings = {"", " ", "12345", "1234567", "abcdef", "١٢٣٤٥"})
    void whatCannotBeACodeCostsNoGuess(String typed) {
        OpenQuestions.Question question = questions.ask(account);

        assertThat(question.answer(totp, typed)).isEqualTo(new AnswerOutcome.NotACode(Method.TOTP));
        assertThat(question.guessesLeft()).isEqualTo(5);
    }

    private AnswerOutcome answer(String code) {
        return questions.ask(account).answer(totp, code);
    }

    private static Optional<Hint> hint(AnswerOutcome outcome) {
        return ((AnswerOutcome.Wrong) outcome).hint();
    }

    private String code(long step) {
        return app.totp().code(step);
    }

    /** What no authenticator of the account shows at any time near now. */
    private String wrong() {
        for (int digits = 0; ; digits++) {
            String code = "%06d".formatted(digits);
            if (authenticators.of(account).stream().noneMatch(each -> fits(each, code))) {
                return code;
            }
        }
    }

    private boolean fits(Authenticator each, String code) {
        return each.totp()
                .fitting(code, LongStream.range(now - 200, now + 200))
                .findAny()
                .isPresent();
    }
}
