package io.countersign.identity.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.Terms;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.store.Dispatch;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.JudgeAnswer;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.open.Codes;
import io.countersign.events.Channel;
import io.countersign.events.Purpose;
import io.countersign.events.id.ChallengeId;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.sms.SmsMethod;
import io.countersign.identity.ledger.GuessLedger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("SECURITY-9")
class ExpiredCodesTest extends GatewayTest {

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DEADLINE = OPENED.plus(Duration.ofMinutes(5));

    @Autowired private Accounts accounts;
    @Autowired private Codes codes;
    @Autowired private SmsMethod sms;
    @Autowired private GuessLedger ledger;
    @Autowired private SecurityEvents events;
    @Autowired private SecureRandom random;
    @Autowired private ChallengeSettings settings;

    private Instant now = OPENED;

    @Test
    void theRightCodeServesUntilTheDeadlineAndNotAtIt() {
        assertThat(answeredAt(DEADLINE.minusMillis(1))).isInstanceOf(AnswerOutcome.Right.class);
        assertThat(answeredAt(DEADLINE)).isEqualTo(new AnswerOutcome.Over(Verdict.EXPIRED));
        assertThat(answeredAt(DEADLINE.plusSeconds(3600)))
                .isEqualTo(new AnswerOutcome.Over(Verdict.EXPIRED));
    }

    @Test
    void thatIsAfterFiveMinutes() {
        assertThat(settings.lifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    private static Round texted(FactorId phone) {
        return new Round(1, Method.SMS, phone.toString(), List.of(Channel.SMS), OPENED);
    }

    private AnswerOutcome answeredAt(Instant time) {
        now = OPENED;
        InstantSource moving = () -> now;
        InMemoryStore store = new InMemoryStore(moving.withZone(ZoneOffset.UTC));
        AccountId account = personWithoutPhone().account();
        Terms terms =
                new Terms(
                        ChallengeId.next(random),
                        Purpose.SIGN_IN,
                        account.toString(),
                        "binding",
                        OPENED,
                        DEADLINE);
        Pending challenge = new Pending(terms, 5, codes.draw(terms), List.of());
        store.open(challenge.with(texted(FactorId.next())), Dispatch.NOTHING);
        String right = codes.open(challenge.code(), terms).orElseThrow().digits();
        ChallengeContext asked =
                new ChallengeContext(
                        Purpose.SIGN_IN,
                        account.value(),
                        "binding",
                        Optional.of(terms.id()),
                        "192.0.2.1",
                        "en",
                        Optional.empty());
        now = time;
        return new AnswerChallenge(
                        accounts, ledger, new JudgeAnswer(store, codes), events, settings)
                .by(sms, asked, right);
    }
}
