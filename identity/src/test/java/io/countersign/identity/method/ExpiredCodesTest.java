package io.countersign.identity.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Verdict;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.Settlement;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.answer.Verification;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.events.content.OneTimeCode;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.test.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Tag("SECURITY-9")
class ExpiredCodesTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private final MovableClock clock = new MovableClock();
    private OpenQuestions questions;

    @BeforeEach
    void begin() {
        questions = new OpenQuestions(clock, OwnKeys.in(folder));
    }

    @Test
    void theRightCodeServesUntilTheDeadlineAndNotAtIt() {
        assertThat(answeredAfter(FIVE_MINUTES.minusMillis(1)))
                .isInstanceOf(AnswerOutcome.Right.class);
        assertThat(answeredAfter(FIVE_MINUTES)).isEqualTo(new AnswerOutcome.Over(Verdict.EXPIRED));
        assertThat(answeredAfter(FIVE_MINUTES.plusHours(1)))
                .isEqualTo(new AnswerOutcome.Over(Verdict.EXPIRED));
    }

    @Test
    void thatIsAfterFiveMinutes() {
        ChallengeSettings unset =
                new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("countersign.challenge", ChallengeSettings.class);

        assertThat(unset.lifetime()).isEqualTo(FIVE_MINUTES);
        assertThat(OpenQuestions.SETTINGS).isEqualTo(unset);
    }

    private AnswerOutcome answeredAfter(Duration time) {
        OpenQuestions.Question question = questions.ask(AccountId.next());
        String right = question.code();
        clock.advance(time);
        return question.answer(new SentCodes(), right);
    }

    private final class SentCodes extends FakeMethod {

        SentCodes() {
            super(Method.SMS, 1, MethodSettings::sms);
        }

        @Override
        public Optional<SubmittedAnswer> read(AccountId account, String typed) {
            return Optional.of(challenge -> verify(challenge, new OneTimeCode(typed)));
        }

        private Verification verify(Pending challenge, OneTimeCode typed) {
            return questions.codes().guess(typed, challenge.terms()).fits(challenge.code())
                    ? new Verification.Matches(Settlement.NOTHING)
                    : Verification.DoesNotMatch.plainly();
        }
    }
}
