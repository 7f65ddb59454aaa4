package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.factor.recovery.RecoveryCodeSettings.Visibility;
import io.countersign.identity.method.OpenQuestions;
import io.countersign.test.MovableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test begins with an account that has ten codes. */
class RecoveryCodeMethodTest {

    private final MovableClock clock = new MovableClock();
    private final RecoveryCodes store =
            new InMemoryRecoveryCodes(clock, new RecoveryCodeSettings(Visibility.ONCE));
    private final AccountId account = AccountId.next();
    private final List<String> codes =
            store.replace(account).stream().map(RecoveryCode::readable).toList();

    @TempDir private Path folder;

    private OpenQuestions questions;
    private RecoveryCodeMethod method;

    @BeforeEach
    void begin() {
        questions = new OpenQuestions(clock, OwnKeys.in(folder));
        method = new RecoveryCodeMethod(store, questions.announced());
    }

    @Test
    @Tag("SECURITY-7")
    void eachIsRightOnce() {
        assertThat(answer(codes.getFirst())).isInstanceOf(AnswerOutcome.Right.class);
        assertThat(store.stock(account).left()).isEqualTo(9);

        assertThat(answer(codes.getFirst()))
                .isEqualTo(new AnswerOutcome.Wrong(Method.RECOVERY_CODE, 4, Optional.empty()));
        assertThat(answer(codes.get(1))).isInstanceOf(AnswerOutcome.Right.class);
        assertThat(questions.events())
                .filteredOn(SecurityEvent.RecoveryCodeUsed.class::isInstance)
                .containsExactly(
                        new SecurityEvent.RecoveryCodeUsed(account, 9),
                        new SecurityEvent.RecoveryCodeUsed(account, 8));
    }

    @Test
    @Tag("SECURITY-7")
    void somebodyElsesDoNotServe() {
        AccountId other = AccountId.next();
        store.replace(other);

        assertThat(questions.ask(other).answer(method, codes.getFirst()))
                .isInstanceOf(AnswerOutcome.Wrong.class);
        assertThat(store.stock(account).left()).isEqualTo(10);
    }

    @Test
    void serveHoweverTheyAreTyped() {
        String typed = " " + codes.getFirst().toLowerCase(Locale.ROOT).replace('-', ' ');

        assertThat(answer(typed)).isInstanceOf(AnswerOutcome.Right.class);
    }

    @Test
    void aTypingMistakeIsToldApartAndCostsNoGuess() {
        String code = codes.getFirst();
        char last = code.charAt(18) == '7' ? '8' : '7';
        OpenQuestions.Question question = questions.ask(account);

        assertThat(question.answer(method, code.substring(0, 18) + last))
                .isEqualTo(new AnswerOutcome.NotACode(Method.RECOVERY_CODE));
        assertThat(question.guessesLeft()).isEqualTo(5);
    }

    @Test
    @Tag("SECURITY-4")
    void serveWhenTheYearsGuessesAreSpent() {
        questions.ledger().spendTheYear(account);

        assertThat(answer(codes.getFirst())).isInstanceOf(AnswerOutcome.Right.class);
    }

    @Test
    void allAreOneFactorAsLongAsOneIsLeft() {
        assertThat(method.factors(account)).hasSize(1);

        codes.forEach(this::answer);

        assertThat(method.factors(account)).isEmpty();
    }

    private AnswerOutcome answer(String code) {
        return questions.ask(account).answer(method, code);
    }
}
