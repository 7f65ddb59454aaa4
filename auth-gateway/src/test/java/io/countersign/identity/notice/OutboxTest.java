package io.countersign.identity.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.MailInbox.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** From the transaction over the broker to the report. */
class OutboxTest extends GatewayTest {

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
