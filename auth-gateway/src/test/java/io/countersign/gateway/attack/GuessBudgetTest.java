package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.test.AtOnce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An attacker knows the password, and guesses. */
@Tag("SECURITY-4")
class GuessBudgetTest extends GatewayTest {

    private static final String CHOSEN = "another one only for tests";

    @Autowired private JdbcClient jdbc;
    @Autowired private MailInbox mails;

    private Person person;

    @BeforeEach
    void register() {
        person = person();
    }

    @Test
    @Tag("SECURITY-3")
    void of_two_hundred_guesses_at_once_over_forty_sign_ins_as_many_are_looked_at_as_may_be() {
        List<ApiClient> clients = Stream.generate(this::asked).limit(40).toList();
        clients.forEach(client -> client.get("/api/v1/csrf"));

        AtOnce.times(200, i -> clients.get(i % 40).copy().answer("%06d".formatted(i)));

        assertThat(guesses()).isEqualTo(5);
    }

    @Test
    @Tag("SECURITY-3")
    void after_five_wrong_codes_a_new_sign_in_is_offered_none_and_sent_none() {
        guessWrongly(5);
        int sent = inbox.of(person.phone()).size();

        ApiClient client = asked();
        Answer challenge = client.get("/api/v1/challenge");
        Answer refused = client.post("/api/v1/challenge/send", Map.of("method", "SMS"));

        assertThat(challenge.body().path("methods")).isEmpty();
        assertThat(challenge.body().at("/resting/limit").asString()).isEqualTo("QUARTER_HOUR");
        assertThat(refused.problem()).isEqualTo("guesses-spent");
        assertThat(Instant.parse(refused.text("retryAt")))
                .isBetween(Instant.now(), Instant.now().plusSeconds(15 * 60));
        assertThat(inbox.of(person.phone())).hasSize(sent);
        assertThat(client.visitor().get("/challenge").body()).contains("within 15 minutes");
    }

    @Test
    void ten_wrong_codes_are_enough_for_a_day_and_a_quarter_of_an_hour_later_five_for_that() {
        guessWrongly(5);
        passes("20 minutes");
        guessWrongly(5);
        passes("20 minutes");

        assertThat(asked().get("/api/v1/challenge").body().at("/resting/limit").asString())
                .isEqualTo("DAY");
    }

    @Test
    @Tag("SECURITY-5")
    void a_known_device_has_guesses_of_its_own() {
        ApiClient owner = asked();
        owner.answer(inbox.code(person.phone(), 1));
        owner.post("/api/v1/sign-out", "");
        spend();

        assertThat(asked().get("/api/v1/challenge").body().path("methods")).isEmpty();
        owner.signIn(person.email(), PASSWORD);

        assertThat(owner.answer(inbox.code(person.phone(), 2)).status()).isEqualTo(200);
    }

    @Test
    @Tag("SECURITY-5")
    void the_guesses_of_a_known_device_are_not_forgotten_when_its_token_changes() {
        ApiClient owner = asked();
        owner.answer(inbox.code(person.phone(), 1));
        owner.post("/api/v1/sign-out", "");
        owner.signIn(person.email(), PASSWORD);
        String second = inbox.code(person.phone(), 2);
        for (int i = 0; i < 4; i++) {
            owner.answer(otherThan(second));
        }
        owner.answer(second);
        owner.post("/api/v1/sign-out", "");
        owner.signIn(person.email(), PASSWORD);
        owner.answer(otherThan(inbox.code(person.phone(), 3)));

        Answer refused = owner.answer(inbox.code(person.phone(), 3));

        assertThat(refused.problem()).isEqualTo("guesses-spent");
    }

    @Test
    @Tag("SECURITY-21")
    void the_owner_is_told_once_that_the_budget_is_spent() {
        jdbc.sql(
                        """
                        insert into guess (account_id, method, chance, at)
                        values (:account, 'SMS', 99e-6, now() - interval '3 days')
                        """)
                .param("account", person.account().value())
                .update();
        guessWrongly(1);
        ApiClient later = client();
        later.signIn(person.email(), PASSWORD);
        later.answer("000000");

        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED, Fact.OUTCOME, "SPENT");
        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED, 2);
        assertThat(mails.of(person.email(), NoticeKind.SECOND_FACTOR_FAILED))
                .filteredOn(mail -> "SPENT".equals(mail.facts().get(Fact.OUTCOME)))
                .hasSize(1);
    }

    @Test
    void a_new_password_and_a_recovery_code_begin_the_budget_anew() {
        ApiClient owner = asked();
        owner.answer(inbox.code(person.phone(), 1));
        AuthenticatorApp.connect(owner, "Pixel", PASSWORD);
        Answer codes = owner.post("/api/v1/recovery-codes", Map.of("password", PASSWORD));
        spend();

        recover(codes.body().path("codes").path(0).asString(), PASSWORD);
        assertThat(asked().get("/api/v1/challenge").body().path("resting").isNull())
                .as("a recovery code alone")
                .isFalse();
        owner = recover(codes.body().path("codes").path(1).asString(), PASSWORD);
        owner.post("/api/v1/password", Map.of("password", PASSWORD, "newPassword", CHOSEN));

        ApiClient anew = client();
        anew.signIn(person.email(), CHOSEN);
        assertThat(anew.get("/api/v1/challenge").body().path("resting").isNull()).isTrue();
    }

    @Test
    void a_new_password_alone_does_not() {
        spend();
        jdbc.sql(
                        """
                        update account set password_changed_at = clock_timestamp() where id = :account
                        """)
                .param("account", person.account().value())
                .update();

        assertThat(asked().get("/api/v1/challenge").body().at("/resting/limit").asString())
                .isEqualTo("YEAR");
    }

    private ApiClient recover(String code, String password) {
        ApiClient client = client();
        client.signIn(person.email(), password);
        assertThat(client.answer("RECOVERY_CODE", code).status()).isEqualTo(200);
        return client;
    }

    private void spend() {
        jdbc.sql("insert into guess (account_id, method, chance) values (:account, 'SMS', 1e-4)")
                .param("account", person.account().value())
                .update();
    }

    private void passes(String time) {
        jdbc.sql("update guess set at = at - :time::interval where account_id = :account")
                .param("time", time)
                .param("account", person.account().value())
                .update();
    }

    private void guessWrongly(int times) {
        ApiClient client = asked();
        String right = inbox.of(person.phone()).isEmpty() ? "" : inbox.code(person.phone(), 1);
        for (int i = 0; i < times; i++) {
            client.answer(otherThan(right));
        }
    }

    private static String otherThan(String right) {
        return right.equals("000000") ? "000001" : "000000";
    }

    private ApiClient asked() {
        ApiClient client = client();
        assertThat(client.signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");
        return client;
    }

    private int guesses() {
        return jdbc.sql("select count(*) from guess where account_id = :account")
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }
}
