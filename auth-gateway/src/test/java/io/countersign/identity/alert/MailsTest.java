package io.countersign.identity.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.MailInbox.Mail;
import io.countersign.identity.notice.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

class MailsTest extends GatewayTest {

    /** From the transaction over the broker to the report. */
    @Nested
    class TheOutbox {

        private static final Map<Fact, String> FACTS =
                Map.of(
                        Fact.AT, "2026-05-01T10:00:00Z",
                        Fact.LINK, "https://gateway.test/not-me?t=secret");

        @Autowired private Outbox outbox;
        @Autowired private MailInbox mails;
        @Autowired private TransactionOperations transactions;
        @Autowired private JdbcClient jdbc;

        @Test
        @Tag("RELIABILITY-2")
        void what_is_committed_is_sent_and_then_forgotten() {
            Person person = person();

            tell(person, NoticeKind.NEW_DEVICE);

            Mail mail = mails.mail(person.email(), NoticeKind.NEW_DEVICE);
            assertThat(mail.facts()).isEqualTo(FACTS);
            assertThat(mail.locale()).isEqualTo("en");
            Awaitility.await().until(() -> rows(NoticeKind.NEW_DEVICE) == 0);
        }

        @Test
        void what_is_rolled_back_is_not() {
            Person person = person();
            transactions.executeWithoutResult(
                    transaction -> {
                        outbox.tell(person.account(), NoticeKind.SESSIONS_ENDED, FACTS);
                        transaction.setRollbackOnly();
                    });

            tell(person, NoticeKind.SECOND_FACTOR_ON);

            mails.mail(person.email(), NoticeKind.SECOND_FACTOR_ON);
            assertThat(mails.of(person.email(), NoticeKind.SESSIONS_ENDED)).isEmpty();
        }

        @Test
        void nothing_is_told_without_a_transaction() {
            Person person = person();

            assertThatThrownBy(() -> outbox.tell(person.account(), NoticeKind.NEW_DEVICE, FACTS))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void what_is_pretended_reaches_nobody() {
            transactions.executeWithoutResult(
                    _ -> outbox.pretend(NoticeKind.RECOVERY_CODES_REGENERATED, FACTS));
            Person person = person();
            tell(person, NoticeKind.SECOND_FACTOR_OFF);

            mails.mail(person.email(), NoticeKind.SECOND_FACTOR_OFF);
            assertThat(mails.of("nobody@invalid")).isEmpty();
            Awaitility.await().until(() -> rows(NoticeKind.RECOVERY_CODES_REGENERATED) == 0);
        }

        @Test
        void a_mail_is_worth_sending_for_three_days_or_until_what_it_says_is_over() {
            Person person = person();
            transactions.executeWithoutResult(
                    transaction -> {
                        Instant now =
                                jdbc.sql("select now()")
                                        .query((row, _) -> row.getTimestamp(1).toInstant())
                                        .single();
                        tellWithLink(person, now.plus(Duration.ofMinutes(30)));
                        tellWithLink(person, now.plus(Duration.ofDays(30)));
                        assertThat(minutesLeft()).containsExactly(30, 3 * 24 * 60);
                        transaction.setRollbackOnly();
                    });
        }

        private void tellWithLink(Person person, Instant until) {
            outbox.tell(
                    person.account(),
                    NoticeKind.PASSWORD_RESET,
                    Map.of(Fact.UNTIL, until.toString(), Fact.LINK, "https://gateway.test/x"));
        }

        private void tell(Person person, NoticeKind kind) {
            transactions.executeWithoutResult(_ -> outbox.tell(person.account(), kind, FACTS));
        }

        private int rows(NoticeKind kind) {
            return jdbc.sql("select count(*) from outbox where kind = :kind")
                    .param("kind", kind.name())
                    .query(Integer.class)
                    .single();
        }

        private List<@Nullable Integer> minutesLeft() {
            return jdbc.sql(
                            """
                            select extract(epoch from deadline - now())::int / 60 from outbox
                            where kind = 'PASSWORD_RESET' order by deadline
                            """)
                    .query(Integer.class)
                    .list();
        }
    }

    @Tag("SECURITY-21")
    @Nested
    class WhatIsTold {

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
                                    Map.of(
                                            "number",
                                            number,
                                            "name",
                                            "Mobile",
                                            "password",
                                            PASSWORD))
                            .text("id");
            String code = inbox.code(number, 1);
            assertThat(
                            client.post("/api/v1/phones/" + id + "/confirm", Map.of("code", code))
                                    .status())
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
}
