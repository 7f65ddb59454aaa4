package io.countersign.identity.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.MailInbox.Mail;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("SECURITY-21")
class AlertsTest extends GatewayTest {

    @Autowired private MailInbox mails;
    @Autowired private FailedFactors failures;
    @Autowired private JdbcClient jdbc;

    @Test
    void a_wrong_code_after_the_right_password_is_told_at_once() {
        Person person = person();
        answerWrongly(asked(person), person);

        Mail mail = mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED);

        assertThat(mail.facts())
                .containsEntry(Fact.METHOD, "SMS")
                .containsEntry(Fact.OUTCOME, "WRONG_CODE")
                .containsEntry(Fact.COUNT, "1")
                .containsKeys(Fact.ADDRESS, Fact.LINK);
        assertThat(Instant.parse(mail.facts().get(Fact.AT)))
                .isBetween(Instant.now().minusSeconds(120), Instant.now());
        assertThat(mail.path()).startsWith("/not-me?t=");
    }

    @Test
    void further_failures_of_the_hour_are_told_together() {
        Person person = person();
        ApiClient client = asked(person);
        for (int i = 0; i < 5; i++) {
            answerWrongly(client, person);
        }
        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED);
        assertThat(untold(person)).isEqualTo(4);

        anHourPasses(person);
        Mail digest = mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED, 2);

        assertThat(digest.facts())
                .containsEntry(Fact.COUNT, "4")
                .containsEntry(Fact.OUTCOME, "LOCKED");
        assertThat(untold(person)).isZero();
    }

    @Test
    void an_hour_without_a_failure_begins_anew() {
        Person person = person();
        ApiClient client = asked(person);
        answerWrongly(client, person);
        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED);
        anHourPasses(person);
        failures.tellGathered();

        answerWrongly(client, person);

        assertThat(mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED, 2).facts())
                .containsEntry(Fact.COUNT, "1");
    }

    @Test
    void a_wrong_password_is_not() {
        Person person = person();
        client().signIn(person.email(), "not the password");
        answerWrongly(asked(person), person);

        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED);

        assertThat(mails.of(person.email())).hasSize(1);
    }

    @Test
    void the_right_code_after_a_wrong_one_leaves_the_alert_standing() {
        Person person = person();
        ApiClient client = asked(person);
        answerWrongly(client, person);
        assertThat(client.answer(inbox.code(person.phone(), 1)).status()).isEqualTo(200);

        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED);
    }

    @Test
    void a_sign_in_from_elsewhere_is_told() {
        Person person = person();
        ApiClient known = signedIn(person);
        known.post("/api/v1/sign-out", "");
        known.signIn(person.email(), PASSWORD);
        known.answer(inbox.code(person.phone(), 2));
        jdbc.sql("update sign_in set user_agent = 'another' where account_id = :account")
                .param("account", person.account().value())
                .update();

        ApiClient stranger = client();
        stranger.signIn(person.email(), PASSWORD);
        stranger.answer(inbox.code(person.phone(), 3));

        mails.mail(person.email(), NoticeKind.NEW_DEVICE);
        assertThat(mails.of(person.email()))
                .as("neither the first sign-in nor the known device is news")
                .hasSize(1);
    }

    @Test
    void a_device_that_is_known_is_no_news_wherever_it_is() {
        Person person = person();
        ApiClient known = signedIn(person);
        known.post("/api/v1/sign-out", "");
        jdbc.sql("update sign_in set address = '198.51.100.7' where account_id = :account")
                .param("account", person.account().value())
                .update();

        known.signIn(person.email(), PASSWORD);
        known.answer(inbox.code(person.phone(), 2));
        answerWrongly(asked(person), person);

        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED);
        assertThat(mails.of(person.email(), NoticeKind.NEW_DEVICE)).isEmpty();
    }

    @Test
    void every_change_of_a_factor_is_told_once() {
        Person person = personWithoutPhone();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        String first = addPhone(client, person.phone());
        Mail on = mails.mail(person.email(), NoticeKind.SECOND_FACTOR_ON);
        assertThat(on.facts()).containsEntry(Fact.FACTOR, "Phone: Mobile");

        String second = addPhone(client, newNumber());
        mails.mail(person.email(), NoticeKind.FACTOR_ADDED);

        remove(client, first);
        mails.mail(person.email(), NoticeKind.FACTOR_REMOVED);
        remove(client, second);
        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_OFF);
        assertThat(mails.of(person.email())).hasSize(4);
    }

    private String addPhone(ApiClient client, String number) {
        String id =
                client.post(
                                "/api/v1/phones",
                                Map.of("number", number, "name", "Mobile", "password", PASSWORD))
                        .text("id");
        String code = inbox.code(number, 1);
        assertThat(client.post("/api/v1/phones/" + id + "/confirm", Map.of("code", code)).status())
                .isEqualTo(200);
        return id;
    }

    private static void remove(ApiClient client, String phone) {
        assertThat(
                        client.post(
                                        "/api/v1/factors/" + phone + "/remove",
                                        Map.of("password", PASSWORD))
                                .status())
                .isEqualTo(204);
    }

    private ApiClient asked(Person person) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        return client;
    }

    private ApiClient signedIn(Person person) {
        ApiClient client = asked(person);
        assertThat(client.answer(inbox.code(person.phone(), 1)).status()).isEqualTo(200);
        return client;
    }

    private void answerWrongly(ApiClient client, Person person) {
        String right = inbox.code(person.phone(), 1);
        client.answer(right.equals("000000") ? "000001" : "000000");
    }

    private void anHourPasses(Person person) {
        jdbc.sql(
                        "update failed_factor set told_at = told_at - interval '1 hour' where account_id = :account")
                .param("account", person.account().value())
                .update();
    }

    private int untold(Person person) {
        return jdbc.sql("select untold from failed_factor where account_id = :account")
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }
}
