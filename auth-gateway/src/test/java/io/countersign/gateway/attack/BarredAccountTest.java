package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.events.content.Destination;
import io.countersign.events.id.ChallengeId;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.FakeWorkers;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.identity.account.AccountStatus;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.revocation.LockAccount;
import io.countersign.test.AtOnce;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * An account that is locked, or taken out of use, after its password was given. Each place that
 * could still let a person in is tested alone: only the status changes, and no session ends.
 */
@Tag("SECURITY-12")
class BarredAccountTest extends GatewayTest {

    private static final String ANSWER = "/api/v1/challenge/answer";
    private static final String SEND = "/api/v1/challenge/send";

    @Autowired private Accounts accounts;
    @Autowired private Phones phones;
    @Autowired private Challenges challenges;
    @Autowired private LockAccount lockAccount;
    @Autowired private FakeWorkers workers;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    private Person person;
    private ApiClient own;
    private AuthenticatorApp app;
    private List<String> recoveryCodes;
    private String replacedCode;

    /** With an authenticator, which is preferred and needs no delivery, and a phone. */
    @BeforeEach
    void protect() {
        person = personWithoutPhone();
        own = client();
        own.signIn(person.email(), PASSWORD);
        app = AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        replacedCode = newRecoveryCodes().getFirst();
        recoveryCodes = newRecoveryCodes();
        phones.addConfirmed(person.account(), new Destination(person.phone()), "US", "Phone");
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void nothing_is_sent(AccountStatus status) {
        ApiClient client = asked();
        bar(status);

        Answer refused = client.post(SEND, Map.of("method", "SMS"));

        assertThat(refused.problem()).isEqualTo("sign-in-ended");
        assertThat(latestOutcome()).isEqualTo("BARRED");
        assertThat(inbox.of(person.phone())).isEmpty();
        bar(AccountStatus.ACTIVE);
        asked().post(SEND, Map.of("method", "SMS"));
        inbox.code(person.phone(), 1);
        assertThat(inbox.of(person.phone())).as("what was sent since").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void no_answer_is_looked_at(Method method, AccountStatus status) {
        ApiClient client = asked();
        String right = rightAnswer(client, method);
        ChallengeId challenge = latestChallenge();
        bar(status);

        Answer refused = answer(client, method, right);

        assertThat(refused.problem()).isEqualTo("sign-in-ended");
        assertThat(latestOutcome()).isEqualTo("BARRED");
        assertUntouched(challenge);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void no_guess_is_charged(Method method, AccountStatus status) {
        ApiClient client = asked();
        String right = rightAnswer(client, method);
        ChallengeId challenge = latestChallenge();
        bar(status);

        answer(client, method, wrong(method, right));

        assertUntouched(challenge);
        assertThat(count("guess")).isZero();
        assertThat(count("wrong_call")).isZero();
        assertThat(count("failed_factor")).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOTP", "RECOVERY_CODE"})
    void what_serves_once_is_not_used_up(Method method) {
        ApiClient client = asked();
        String right = rightAnswer(client, method);
        bar(AccountStatus.LOCKED);
        answer(client, method, right);

        bar(AccountStatus.ACTIVE);

        assertThat(answer(asked(), method, right).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void nobody_is_signed_in_who_has_just_given_the_password_alone(AccountStatus status) {
        person = personWithoutPhone();
        ApiClient client = client();

        Answer refused = barredMeanwhile(status, () -> client.signIn(person.email(), PASSWORD));

        assertThat(refused.problem()).isEqualTo("sign-in-ended");
        assertThat(client.standing()).isEqualTo("STRANGER");
        assertThat(latestOutcome()).isEqualTo("BARRED");
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void on_the_page_the_sign_in_has_simply_ended(AccountStatus status) {
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        bar(status);

        Page sent = Page.of(visitor.post("/challenge/send", "/challenge", Map.of("method", "sms")));
        Page after = Page.of(visitor.get("/challenge"));

        assertThat(sent.location()).isEqualTo("/sign-in?ended");
        assertThat(after.location()).isEqualTo("/sign-in?ended");
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void on_the_page_an_answer_ends_it_too(AccountStatus status) {
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        bar(status);

        Page answered =
                Page.of(
                        visitor.post(
                                "/challenge/answer",
                                "/challenge",
                                Map.of("method", "totp", "code", app.code(0))));

        assertThat(answered.location()).isEqualTo("/sign-in?ended");
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void whoever_is_signed_in_is_so_no_more_from_the_next_request_on(AccountStatus status) {
        Visitor visitor = own.copy().visitor();
        bar(status);

        assertThat(own.get("/api/v1/phones").status()).isEqualTo(401);
        assertThat(Page.of(visitor.get("/security")).location()).isEqualTo("/sign-in");

        bar(AccountStatus.ACTIVE);
        assertThat(own.standing()).as("nor when the account is unlocked").isEqualTo("STRANGER");
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void no_factor_is_added(AccountStatus status) {
        Answer begun =
                own.post("/api/v1/authenticators", Map.of("name", "Second", "password", PASSWORD));
        AuthenticatorApp second = new AuthenticatorApp(begun.text("id"), begun.text("secret"));

        Answer refused =
                barredMeanwhile(
                        status,
                        () -> own.post(second.path("/confirm"), Map.of("code", second.code(0))));

        assertThat(refused.problem()).isEqualTo("authenticator-not-found");
        assertThat(activeAuthenticators()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void no_factor_is_removed(AccountStatus status) {
        Answer refused =
                barredMeanwhile(
                        status,
                        () -> own.post(app.factor("/remove"), Map.of("password", PASSWORD)));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(activeAuthenticators()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void no_recovery_codes_are_made(AccountStatus status) {
        Answer refused =
                barredMeanwhile(
                        status,
                        () -> own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD)));

        assertThat(refused.problem()).isEqualTo("recovery-codes-not-possible");
        bar(AccountStatus.ACTIVE);
        assertThat(answer(asked(), Method.RECOVERY_CODE, recoveryCodes.getFirst()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void no_phone_is_added_by_the_right_code(AccountStatus status) {
        String number = newNumber();
        Answer begun = own.post("/api/v1/phones", Map.of("number", number, "password", PASSWORD));
        String code = inbox.code(number, 1);

        Answer refused =
                barredMeanwhile(
                        status,
                        () ->
                                own.post(
                                        "/api/v1/phones/" + begun.text("id") + "/confirm",
                                        Map.of("code", code)));

        assertThat(refused.problem()).isEqualTo("sign-in-ended");
        assertThat(phones.confirmed(person.account())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void nobody_steps_up(AccountStatus status) {
        Answer refused = barredMeanwhile(status, () -> own.post("/api/v1/step-up", ""));

        assertThat(refused.problem()).isEqualTo("sign-in-ended");
        bar(AccountStatus.ACTIVE);
        assertThat(count("sign_in where purpose = 'STEP_UP' and")).isZero();
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void no_step_up_under_way_is_finished(AccountStatus status) {
        own.post("/api/v1/step-up", "");
        String before = own.visitor().cookie("__Host-countersign");

        Answer refused = barredMeanwhile(status, () -> answer(own, Method.TOTP, app.code(0)));

        assertThat(refused.problem()).isEqualTo("sign-in-ended");
        assertThat(own.visitor().cookie("__Host-countersign")).isIn(before, "");
        assertThat(latestOutcome()).isEqualTo("BARRED");
    }

    @Test
    void of_twenty_right_answers_none_comes_after_the_lock() {
        ApiClient client = asked();
        String right = rightAnswer(client, Method.SMS);

        List<Answer> answers =
                barredMeanwhile(
                        AccountStatus.LOCKED,
                        () -> AtOnce.times(20, _ -> client.copy().answer(right)));

        assertThat(answers).noneMatch(answer -> answer.status() == 200);
        assertThat(latestOutcome()).isEqualTo("BARRED");
    }

    @Test
    void of_twenty_right_answers_that_meet_the_lock_one_at_most_comes_before_it() {
        ApiClient client = asked();
        String right = rightAnswer(client, Method.SMS);
        client.get("/api/v1/csrf");

        List<Integer> answers =
                AtOnce.times(
                        21,
                        i -> {
                            if (i == 10) {
                                lockAccount.lock(person.account());
                                return 0;
                            }
                            return client.copy().answer(right).status();
                        });

        assertThat(answers).filteredOn(status -> status == 200).hasSizeLessThan(2);
        assertThat(sessions()).as("sessions that outlive the lock").isZero();
        assertThat(latestOutcome()).isIn("SIGNED_IN", "BARRED");
    }

    @Test
    void locking_ends_whatever_is_signed_in_or_under_way() {
        ApiClient halfWay = asked();

        lockAccount.lock(person.account());

        assertThat(own.standing()).isEqualTo("STRANGER");
        assertThat(halfWay.standing()).isEqualTo("STRANGER");
        assertThat(latestOutcome()).isEqualTo("BARRED");
        assertThat(count("known_device")).isZero();
        assertThat(client().signIn(person.email(), PASSWORD).problem())
                .isEqualTo("credentials-wrong");
    }

    @Test
    void a_disabled_account_is_barred_as_well() {
        lockAccount.disable(person.account());

        assertThat(own.standing()).isEqualTo("STRANGER");
        assertThat(client().signIn(person.email(), PASSWORD).problem())
                .isEqualTo("credentials-wrong");
    }

    static Stream<AccountStatus> suspended() {
        return Stream.of(AccountStatus.LOCKED, AccountStatus.DISABLED);
    }

    static Stream<Arguments> answers() {
        return Stream.of(Method.SMS, Method.CALL, Method.TOTP, Method.RECOVERY_CODE)
                .flatMap(method -> suspended().map(status -> Arguments.of(method, status)));
    }

    /** Answers a request that found the account active, and has to decide about a suspended one. */
    private <T> T barredMeanwhile(AccountStatus status, Supplier<T> request) {
        CompletableFuture<T> answer =
                Objects.requireNonNull(
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ -> {
                                            bar(status);
                                            var begun = CompletableFuture.supplyAsync(request);
                                            // In this thread, which has a connection: all others
                                            // may be held by those who wait.
                                            Awaitility.await()
                                                    .pollInSameThread()
                                                    .until(() -> begun.isDone() || somebodyWaits());
                                            return begun;
                                        }));
        return answer.join();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private void bar(AccountStatus status) {
        accounts.setStatus(person.account(), status);
    }

    private ApiClient asked() {
        ApiClient client = client();
        assertThat(client.signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");
        return client;
    }

    private List<String> newRecoveryCodes() {
        Answer made = own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
        return made.body().path("codes").values().stream().map(JsonNode::asString).toList();
    }

    private static Answer answer(ApiClient client, Method method, String code) {
        return client.post(ANSWER, Map.of("method", method.name(), "code", code));
    }

    private String rightAnswer(ApiClient client, Method method) {
        return switch (method) {
            case SMS -> {
                client.post(SEND, Map.of("method", "SMS"));
                yield inbox.code(person.phone(), 1);
            }
            case CALL -> {
                client.post(SEND, Map.of("method", "CALL"));
                workers.dials(workers.to(person.phone(), 1).getFirst(), "0137");
                yield "0137";
            }
            case TOTP -> app.code(0);
            case RECOVERY_CODE -> recoveryCodes.getFirst();
            case TELEGRAM -> throw new IllegalArgumentException("nothing is typed");
        };
    }

    private String wrong(Method method, String right) {
        return switch (method) {
            case SMS -> right.equals("000000") ? "000001" : "000000";
            case CALL -> "0138";
            case TOTP -> app.wrongCode();
            case RECOVERY_CODE -> replacedCode;
            case TELEGRAM -> throw new IllegalArgumentException("nothing is typed");
        };
    }

    private void assertUntouched(ChallengeId challenge) {
        assertThat(challenges.find(challenge))
                .hasValueSatisfying(
                        found ->
                                assertThat(found)
                                        .isInstanceOfSatisfying(
                                                Pending.class,
                                                pending ->
                                                        assertThat(pending.guessesLeft())
                                                                .isEqualTo(5)));
    }

    private ChallengeId latestChallenge() {
        return new ChallengeId(latest("challenge_id"));
    }

    private String latestOutcome() {
        return latest("outcome");
    }

    private String latest(String column) {
        return jdbc.sql(
                        "select "
                                + column
                                + " from sign_in where account_id = :account order by started_at desc limit 1")
                .param("account", person.account().value())
                .query(String.class)
                .single();
    }

    private int count(String table) {
        String condition = table.contains(" where ") ? table : table + " where";
        return jdbc.sql("select count(*) from " + condition + " account_id = :account")
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }

    private int activeAuthenticators() {
        return count("authenticator where activated_at is not null and");
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session where principal_name = :account")
                .param("account", person.account().toString())
                .query(Integer.class)
                .single();
    }
}
