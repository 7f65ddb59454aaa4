package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.events.Channel;
import io.countersign.events.Statement;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.FakeWorkers.Request;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.factor.telegram.TelegramDecisions;
import io.countersign.identity.method.stop.MethodStops;
import io.countersign.test.AtOnce;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person is signed in twice, and asked in Telegram to confirm a change in one session. */
@Tag("SECURITY-16")
class StepUpByTelegramTest extends GatewayTest {

    @Autowired private Accounts accounts;
    @Autowired private Attempts attempts;
    @Autowired private MethodStops stops;
    @Autowired private TelegramDecisions decisions;
    @Autowired private FakeWorkers workers;
    @Autowired private MailInbox mails;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    private Person person;
    private ApiClient own;
    private ApiClient other;
    private Request prompt;

    @BeforeEach
    void stepUp() {
        person = person();
        own = signedIn(1);
        other = signedIn(2);
        String chat = linkTelegram(person);
        own.post("/api/v1/step-up", "");
        prompt = workers.to(chat, 1).getFirst();
    }

    @Test
    void whoever_says_it_is_not_them_ends_every_session_and_knows_no_device_any_more() {
        workers.presses(prompt, null);

        awaitOutcome("DENIED");
        assertThat(own.standing()).isEqualTo("STRANGER");
        assertThat(other.standing()).isEqualTo("STRANGER");
        assertThat(knownDevices()).isZero();
        assertThat(stops.stopped(person.account(), Method.TELEGRAM)).isTrue();
        assertThat(mails.mail(person.email(), NoticeKind.SIGN_IN_DENIED).facts())
                .containsEntry(Fact.METHOD, "TELEGRAM")
                .containsKeys(Fact.ADDRESS, Fact.LINK);
    }

    @Test
    void a_sign_in_under_way_ends_with_it() {
        ApiClient halfWay = client();
        halfWay.signIn(person.email(), PASSWORD);

        workers.presses(prompt, null);

        awaitOutcome("DENIED");
        assertThat(halfWay.answer("000000").status()).isIn(401, 409);
        assertThat(halfWay.standing()).isEqualTo("STRANGER");
    }

    @Test
    void a_wrong_number_refuses_the_change_and_nothing_else() {
        int wrong =
                ((Message.Confirmation) prompt.content().message())
                        .numbers().stream()
                                .filter(one -> one != number())
                                .findFirst()
                                .orElseThrow();

        workers.presses(prompt, wrong);

        awaitOutcome("DENIED");
        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(other.standing()).isEqualTo("SIGNED_IN");
        assertThat(own.get("/api/v1/challenge").problem()).isEqualTo("sign-in-ended");
        assertThat(stops.stopped(person.account(), Method.TELEGRAM)).isFalse();
        assertThat(mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED).facts())
                .containsEntry(Fact.OUTCOME, "DENIED");
    }

    @Test
    void it_is_heard_also_when_another_factor_was_quicker() {
        keepUntold();
        own.post("/api/v1/challenge/send", Map.of("method", "SMS"));
        var answer = own.answer("SMS", inbox.code(person.phone(), 3));
        assertThat(answer.status()).isEqualTo(200);

        workers.tell(prompt.challenge());

        awaitOutcome("DENIED");
        assertThat(own.standing()).isEqualTo("STRANGER");
        assertThat(other.standing()).isEqualTo("STRANGER");
        mails.mail(person.email(), NoticeKind.SIGN_IN_DENIED);
    }

    @Test
    void it_is_heard_also_when_whoever_began_has_begun_another_one_meanwhile() {
        own.patch("/api/v1/methods", Map.of("preferred", "SMS"));
        own.post("/api/v1/step-up", "");

        workers.presses(prompt, null);

        awaitOutcome("DENIED");
        assertThat(own.standing()).isEqualTo("STRANGER");
        assertThat(other.standing()).isEqualTo("STRANGER");
        mails.mail(person.email(), NoticeKind.SIGN_IN_DENIED);
    }

    @Test
    void what_many_hear_at_once_happens_once() {
        keepUntold();

        ApiClient thief = own.copy();
        thief.get("/api/v1/csrf");

        var _ =
                AtOnce.times(
                        20,
                        i ->
                                i % 4 == 0
                                        ? thief.copy().post("/api/v1/step-up", "").status() > 0
                                        : decisions.judge(prompt.challenge()));

        awaitOutcome("DENIED");
        assertThat(own.standing()).isEqualTo("STRANGER");
        mails.mail(person.email(), NoticeKind.SIGN_IN_DENIED);
        assertThat(linksInAlerts()).isEqualTo(1);
    }

    /** Always in one order: the transaction that finishes holds the account, then the attempt. */
    @Test
    void whoever_is_just_finishing_is_waited_for() {
        keepUntold();
        Attempt attempt = attempts.decidedBy(prompt.challenge()).orElseThrow();

        CompletableFuture<Boolean> judged =
                Objects.requireNonNull(
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ -> {
                                            accounts.holdActive(person.account());
                                            var judging =
                                                    CompletableFuture.supplyAsync(
                                                            () ->
                                                                    decisions.judge(
                                                                            prompt.challenge()));
                                            Awaitility.await()
                                                    .pollInSameThread()
                                                    .until(this::somebodyWaits);
                                            assertThat(
                                                            attempts.signIn(
                                                                    attempt.id(),
                                                                    prompt.challenge(),
                                                                    Method.SMS))
                                                    .isTrue();
                                            return judging;
                                        }));

        assertThat(judged.join()).isTrue();
        awaitOutcome("DENIED");
        assertThat(own.standing()).isEqualTo("STRANGER");
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    /** "It's not me" is pressed, and the gateway hears nothing of it yet. */
    private void keepUntold() {
        var decision = new Statement.Decision(prompt.event().delivery(1), null);
        workers.keep(Channel.TELEGRAM, prompt.challenge(), decision);
    }

    private ApiClient signedIn(int codes) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(client.answer(inbox.code(person.phone(), codes)).status()).isEqualTo(200);
        return client;
    }

    private int number() {
        return own.get("/api/v1/challenge").body().path("number").asInt();
    }

    private void awaitOutcome(String outcome) {
        Awaitility.await()
                .until(
                        () ->
                                jdbc.sql(
                                                "select outcome from sign_in where challenge_id = :challenge")
                                        .param("challenge", prompt.challenge().value())
                                        .query(String.class)
                                        .single()
                                        .equals(outcome));
    }

    private int knownDevices() {
        return count("known_device where account_id = :account");
    }

    private int linksInAlerts() {
        return count("mail_link where purpose = 'NOT_ME' and subject = :account");
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows)
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }
}
