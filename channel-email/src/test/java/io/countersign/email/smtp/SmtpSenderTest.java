package io.countersign.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.ChannelSenderContract;
import io.countersign.channel.kit.RecipientTroubleContract;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSenderTest extends ChannelSenderContract implements RecipientTroubleContract {

    private static final Duration SHORT = Duration.ofSeconds(3);

    private final SmtpStandIn server = new SmtpStandIn();
    private final List<SmtpSender> senders = new ArrayList<>();

    @AfterEach
    void close() {
        senders.forEach(SmtpSender::close);
        server.close();
    }

    @Override
    protected ChannelSender senderWhileProvider(Behaviour behaviour) {
        switch (behaviour) {
            case ACCEPTS -> server.behavesAgain();
            case REFUSES_DESTINATION -> server.answers("RCPT", "550 5.1.1 anna: no such user");
            case ASKS_TO_WAIT_7_SECONDS -> server.answers("MAIL", "421 4.3.2 come back later");
            case BREAKS -> server.answers(".", "oops");
            case ACCEPTS_BUT_NEVER_ANSWERS -> server.answers(".", SmtpStandIn.SILENCE);
            case CUTS_THE_CONNECTION -> server.answers(".", SmtpStandIn.CUT);
            case IS_GONE -> server.close();
        }
        return sender();
    }

    @Override
    public List<Runnable> troublesOfOne() {
        return Stream.of(
                        List.of("RCPT", "421 4.7.0 try again later"),
                        List.of("RCPT", "450 4.2.0 greylisted"),
                        List.of("RCPT", "451 4.7.1 try again"),
                        List.of("RCPT", "452 4.2.2 over quota"),
                        List.of("RCPT", "552 5.2.2 full"),
                        List.of("RCPT", "550 5.7.1 not from you"),
                        List.of("DATA", "421 4.3.0 not for this one"),
                        List.of(".", "421 4.3.0 no"),
                        List.of(".", "451 4.7.1 later"),
                        List.of(".", "452 4.3.1 no room"))
                .<Runnable>map(answer -> () -> server.answers(answer.get(0), answer.get(1)))
                .toList();
    }

    @Override
    public void wellAgain() {
        server.behavesAgain();
    }

    @Override
    public Destination anotherRecipient() {
        return new Destination("bert@example.org");
    }

    /** SMTP's 421 does not say how long. */
    @Override
    protected Duration restAskedFor() {
        return Duration.ofSeconds(30);
    }

    @Override
    protected Destination destination() {
        return TestMail.ADDRESS;
    }

    @Override
    protected Message content() {
        return TestMail.NOTICE;
    }

    @Override
    protected int requestsSeen() {
        return Math.toIntExact(server.said("MAIL"));
    }

    @Test
    @Tag("RELIABILITY-7")
    void the_reference_is_the_message_id_which_follows_from_the_notice_alone() {
        DeliveryOutcome first = sender().send(TestMail.to("anna@example.org"));
        DeliveryOutcome again = sender().send(TestMail.to("anna@example.org"));

        assertThat(first).isEqualTo(new Accepted("<" + TestMail.ID + "@login.example.com>"));
        assertThat(again).isEqualTo(first);
        assertThat(server.mails())
                .hasSize(2)
                .allSatisfy(
                        mail ->
                                assertThat(mail)
                                        .contains(
                                                "Message-ID: <0123456789abcdefghijkl@login.example.com>"));
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user",
        "550 no such user",
        "501 5.1.3 bad address",
        "501 syntax",
        "551 5.1.6 moved away",
        "553 5.1.2 no such domain",
        "550 5.2.1 disabled",
        "550 5.4.1 recipient address rejected",
        "556 5.1.10 null MX"
    })
    void a_mailbox_that_is_not_there_is_refused(String reply) {
        server.answers("RCPT", reply);

        assertThat(send())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(FailureReason.DESTINATION_INVALID));
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT,421 4.3.2 closing,PT30S",
        "EHLO,421 4.3.2 closing,PT30S",
        "MAIL,421 4.3.2 closing,PT30S",
        "MAIL,450 4.7.1 slow down,",
        "MAIL,452 4.3.1 no room,",
        "MAIL,cut,",
        "RCPT,cut,",
        "DATA,554 5.5.1 no,"
    })
    @Tag("RELIABILITY-19")
    void what_the_server_says_before_the_recipient_is_about_itself(
            String verb, String reply, Duration rest) {
        server.answers(verb, reply);

        assertThat(send())
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> {
                            assertThat(unavailable.whom()).isEqualTo(Concerned.PROVIDER);
                            assertThat(unavailable.retryAfter()).isEqualTo(rest);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"552 full", "552 5.2.2 quota", "452 4.2.2 quota", "422 4.2.2 full"})
    void a_full_mailbox_may_have_room_later(String reply) {
        server.answers("RCPT", reply);

        assertThat(send())
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> {
                            assertThat(unavailable.retryAfter()).isNull();
                            assertThat(unavailable.detail()).startsWith("step=recipient ");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "450 4.2.0 greylisted",
                "451 4.7.1 try again",
                "550 5.7.1 relaying denied",
                "554 5.7.1 relay access denied",
                "530 5.7.0 authentication required",
                "503 bad sequence"
            })
    void what_is_temporary_or_not_about_the_mailbox_is_tried_later(String reply) {
        server.answers("RCPT", reply);

        assertThat(send()).isInstanceOf(Unavailable.class);
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT,554 5.3.2 not now",
        "EHLO,421 4.3.2 closing",
        "MAIL,550 5.7.1 sender rejected",
        "MAIL,452 4.3.1 no room",
        "DATA,451 4.3.0 busy",
        "DATA,554 5.5.1 no valid recipients",
        "MAIL,cut",
        "RCPT,cut",
        "DATA,cut",
        "CONNECT,cut",
        "MAIL,what?"
    })
    void a_failure_before_the_mail_is_over_means_that_it_was_not_taken(String verb, String reply) {
        server.answers(verb, reply);

        assertThat(send()).isInstanceOf(Unavailable.class);
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
    @Tag("RELIABILITY-6")
    void a_server_that_falls_silent_before_the_mail_is_over_has_not_taken_it(String verb) {
        server.answers(verb, SmtpStandIn.SILENCE);

        assertThat(sender().send(TestMail.within(SHORT)))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.detail()).endsWith("no answer in time"));
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user,DESTINATION_INVALID",
        "550 5.7.1 looks like spam,BLOCKED_BY_RECIPIENT",
        "554 rejected,BLOCKED_BY_RECIPIENT"
    })
    void a_mail_that_is_not_wanted_is_refused(String reply, FailureReason reason) {
        server.answers(".", reply);

        assertThat(send())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.3.0 queue file write error", "552 5.2.2 full", "421 4.3.0 no"})
    void a_mail_that_the_server_could_not_keep_was_not_taken(String reply) {
        server.answers(".", reply);

        assertThat(send()).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {SmtpStandIn.SILENCE, SmtpStandIn.CUT, "what?"})
    @Tag("RELIABILITY-5")
    void a_mail_whose_final_dot_got_no_answer_may_have_been_taken(String reply) {
        server.answers(".", reply);

        assertThat(sender().send(TestMail.within(SHORT)))
                .isEqualTo(new Uncertain("step=final-dot no answer"));
        assertThat(server.mails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "@example.org",
                "anna@",
                "anna@example.org\r\nRCPT TO:<eve@example.net>",
                "anna@example.org\nBcc: eve@example.net",
                "anna@example.org, eve@example.net",
                "<anna@example.org>",
                "änna@example.org",
                "anna@bücher.example",
                "anna@straße.example",
                "anna@exa mple.org"
            })
    @Tag("SECURITY-21")
    void what_is_not_one_address_is_refused_without_asking_the_server(String address) {
        assertThat(sender().send(TestMail.to(address)))
                .isEqualTo(new Refused(FailureReason.DESTINATION_INVALID, "not an address"));
        assertThat(server.commands()).isEmpty();
    }

    @Test
    @Tag("SECURITY-33")
    void a_domain_goes_to_the_server_as_it_is() {
        sender().send(TestMail.to("anna@xn--strae-oqa.example"));

        assertThat(server.commands()).contains("RCPT TO:<anna@xn--strae-oqa.example>");
    }

    @Test
    @Tag("SECURITY-21")
    void a_code_never_goes_by_mail() {
        OutgoingMessage code =
                TestMail.message(
                        TestMail.ADDRESS,
                        new Message.Code(new OneTimeCode("042137")),
                        Duration.ofSeconds(30));

        assertThat(sender().send(code)).isInstanceOf(Refused.class);
        assertThat(server.commands()).isEmpty();
    }

    @Test
    @Tag("SECURITY-23")
    void no_outcome_quotes_the_server() {
        server.answers("RCPT", "550 5.1.1 <anna@example.org>: secret words");

        assertThat(send().toString()).doesNotContain("anna").doesNotContain("secret");
    }

    private DeliveryOutcome send() {
        return sender().send(TestMail.to("anna@example.org"));
    }

    @Override
    public SmtpSender sender() {
        SmtpSender sender = TestMail.sender(TestMail.server(server.port(), "none"));
        senders.add(sender);
        return sender;
    }
}
