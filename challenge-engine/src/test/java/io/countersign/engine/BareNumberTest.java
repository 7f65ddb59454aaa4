package io.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.store.Limit;
import io.countersign.engine.SmsWorker.Sms;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.JudgeAnswer;
import io.countersign.engine.answer.Settlement;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.answer.Verification;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.open.Codes;
import io.countersign.engine.open.TestOpening;
import io.countersign.engine.send.DeliveryPlan;
import io.countersign.engine.send.PlannedRoute;
import io.countersign.engine.send.PlannedStep;
import io.countersign.engine.send.SendChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.engine.send.TestSending;
import io.countersign.engine.status.ChallengeStatus;
import io.countersign.engine.status.ChallengeStatuses;
import io.countersign.engine.status.TestStatuses;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.Progress;
import io.countersign.events.Purpose;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepOpener;
import io.countersign.events.seal.StepSealer;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.test.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Challenges for a phone number that no account is known for. */
class BareNumberTest {

    private static final String NUMBER = "+12015550123";
    private static final UUID FACTOR = UUID.randomUUID();
    private static final ChallengeSettings SETTINGS =
            new ChallengeSettings(
                    Duration.ofMinutes(5), 5, Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final Codes codes;
    private final SmsWorker worker;
    private final SendChallenge sending;
    private final JudgeAnswer judging;
    private final ChallengeStatuses statuses = TestStatuses.of(store, SETTINGS, clock);
    private final ChallengeContext asked;

    BareNumberTest(@TempDir Path folder) throws IOException {
        var _ = new KeyFolder(folder).complete(new SecureRandom());
        SealingKeys smsKeys = SealingKeys.read(folder.resolve("seal-sms.json"));
        EventCodec codec = new EventCodec("/countersign/engine");
        codes = TestOpening.codes(GatewayKeys.read(folder));
        worker = new SmsWorker(store, codec, new StepOpener(smsKeys));
        sending =
                TestSending.of(
                        store,
                        worker,
                        codec,
                        new StepSealer(Map.of(Channel.SMS, smsKeys)),
                        SETTINGS);
        judging = new JudgeAnswer(store, codes);
        asked =
                TestOpening.of(store, codes, SETTINGS)
                        .open(nothingOpen("occasion"), (_, fresh) -> Optional.of(fresh));
    }

    private static ChallengeContext nothingOpen(String occasion) {
        return new ChallengeContext(
                Purpose.SIGN_IN,
                UUID.randomUUID(),
                occasion,
                Optional.empty(),
                "192.0.2.1",
                "en",
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.countersign.identity.account.Accounts",
                "io.countersign.gateway.GatewayApplication"
            })
    void neither_accounts_nor_pages_are_on_the_class_path(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void the_code_that_reaches_the_number_is_right() {
        send();
        assertThat(delivered().progress()).isEqualTo(Progress.QUEUED);

        Sms sms = worker.deliver().getFirst();

        assertThat(sms.number()).isEqualTo(NUMBER);
        assertThat(delivered().progress()).isEqualTo(Progress.SENT);
        assertThat(answer(sms.code())).isInstanceOf(AnswerOutcome.Right.class);
        assertThat(status().verdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void each_wrong_code_leaves_one_guess_less_and_the_last_one_ends_it() {
        String code = sentCode();
        for (int left = 4; left > 0; left--) {
            assertThat(answer(otherThan(code)))
                    .isEqualTo(new AnswerOutcome.Wrong(Method.SMS, left, Optional.empty()));
            assertThat(status().guessesLeft()).isEqualTo(left);
        }

        assertThat(answer(otherThan(code))).isEqualTo(new AnswerOutcome.Over(Verdict.LOCKED));
        assertThat(answer(code)).isEqualTo(new AnswerOutcome.Over(Verdict.LOCKED));
    }

    @Test
    void another_send_carries_the_same_code_and_no_more_guesses() {
        String code = sentCode();
        answer(otherThan(code));
        assertThat(sending.send(asked, this::plan))
                .isEqualTo(new SendOutcome.TooSoon(clock.instant().plusSeconds(30)));
        clock.advance(Duration.ofSeconds(30));

        assertThat(sentCode()).isEqualTo(code);
        assertThat(status().guessesLeft()).isEqualTo(4);
        assertThat(delivered().round()).isEqualTo(2);
    }

    @Test
    void an_answer_verified_before_another_send_is_verified_again_and_counted_once() {
        OneTimeCode wrong = new OneTimeCode(otherThan(sentCode()));
        clock.advance(Duration.ofSeconds(30));
        AtomicInteger verified = new AtomicInteger();

        AnswerOutcome outcome =
                judge(
                        challenge -> {
                            if (verified.incrementAndGet() == 1) {
                                send();
                            }
                            return verification(challenge, wrong);
                        });

        assertThat(verified).hasValue(2);
        assertThat(outcome).isEqualTo(new AnswerOutcome.Wrong(Method.SMS, 4, Optional.empty()));
    }

    @Test
    void nothing_is_right_and_nothing_is_sent_at_the_deadline() {
        String code = sentCode();
        clock.advance(SETTINGS.lifetime());

        assertThat(answer(code)).isEqualTo(new AnswerOutcome.Over(Verdict.EXPIRED));
        assertThat(sending.send(asked, this::plan))
                .isEqualTo(new SendOutcome.Over(Verdict.EXPIRED));
        assertThat(worker.deliver()).isEmpty();
    }

    @Test
    @Tag("SECURITY-30")
    void a_right_code_is_wrong_for_any_other_occasion() {
        String code = sentCode();
        ChallengeContext other =
                new ChallengeContext(
                        asked.purpose(),
                        asked.account(),
                        "another",
                        asked.challenge(),
                        asked.address(),
                        asked.locale(),
                        asked.bucket());

        assertThat(judging.judge(other, Method.SMS, typed(code)).outcome())
                .isEqualTo(new AnswerOutcome.Over(Verdict.EXPIRED));
        assertThat(answer(code)).isInstanceOf(AnswerOutcome.Right.class);
    }

    @Test
    @Tag("RELIABILITY-1")
    void what_the_broker_did_not_take_can_be_asked_for_at_once() {
        worker.reachable(false);
        assertThat(sending.send(asked, this::plan)).isInstanceOf(SendOutcome.NotTaken.class);
        assertThat(delivered().progress()).isEqualTo(Progress.FAILED);

        worker.reachable(true);
        send();

        assertThat(worker.deliver()).hasSize(1);
    }

    private void send() {
        assertThat(sending.send(asked, this::plan)).isInstanceOf(SendOutcome.OnItsWay.class);
    }

    private String sentCode() {
        send();
        return worker.deliver().getFirst().code();
    }

    private Optional<DeliveryPlan> plan(Pending challenge) {
        OneTimeCode code = codes.open(challenge.code(), challenge.terms()).orElseThrow();
        PlannedStep step =
                new PlannedStep(
                        Channel.SMS,
                        new Destination(NUMBER),
                        new Message.Code(code),
                        1,
                        SETTINGS.patience());
        return Optional.of(
                new DeliveryPlan(
                        Method.SMS,
                        List.of(new Limit("number-hour", NUMBER, 5, Duration.ofHours(1))),
                        List.of(new PlannedRoute(FACTOR, List.of(step)))));
    }

    private AnswerOutcome answer(String code) {
        return judge(typed(code));
    }

    private AnswerOutcome judge(SubmittedAnswer answer) {
        return judging.judge(asked, Method.SMS, answer).outcome();
    }

    private SubmittedAnswer typed(String code) {
        return challenge -> verification(challenge, new OneTimeCode(code));
    }

    private Verification verification(Pending challenge, OneTimeCode typed) {
        return codes.guess(typed, challenge.terms()).fits(challenge.code())
                ? new Verification.Matches(Settlement.NOTHING)
                : Verification.DoesNotMatch.plainly();
    }

    private static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private ChallengeStatus status() {
        return statuses.find(asked.challenge().orElseThrow()).orElseThrow();
    }

    private ChallengeStatus.DeliveryStatus delivered() {
        return Objects.requireNonNull(status().delivery());
    }
}
