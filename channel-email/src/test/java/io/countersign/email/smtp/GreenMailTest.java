package io.countersign.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.Subject;
import io.countersign.test.Patience;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What arrives at a real SMTP server. */
class GreenMailTest {

    private static final String USER = "worker";
    private static final String PASSWORD = "only-for-tests";

    private final GreenMail server =
            new GreenMail(TestMail.greenMail(ServerSetup.PROTOCOL_SMTP))
                    .withConfiguration(
                            new GreenMailConfiguration().withUser("x@example.org", USER, PASSWORD));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_says_from_whom_to_whom_when_and_in_which_language() throws Exception {
        assertThat(send(PASSWORD, "ru", Map.of())).isInstanceOf(Accepted.class);

        MimeMessage mail = received();
        assertThat(mail.getFrom())
                .extracting(Address::toString)
                .containsExactly("Example Security <security@example.com>");
        assertThat(mail.getAllRecipients())
                .extracting(Address::toString)
                .containsExactly("anna@example.org");
        assertThat(mail.getSubject()).isEqualTo("Вход с нового устройства");
        assertThat(mail.getHeader("Subject", null)).startsWith("=?UTF-8?");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getMessageID()).isEqualTo("<" + TestMail.ID + "@login.example.com>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("ru");
        assertThat(names(mail)).noneMatch(name -> name.startsWith("List-"));
    }

    @Test
    void a_mail_is_plain_text_and_the_same_as_html() throws Exception {
        send(PASSWORD, "de", Map.of());

        MimeMultipart parts = (MimeMultipart) received().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("22. November 2026")
                .contains("12:34 UTC")
                .contains("Firefox on Linux")
                .contains(TestMail.LINK);
        assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("Gerät")
                .contains(TestMail.LINK);
    }

    @Test
    @Tag("SECURITY-21")
    void facts_cannot_add_headers_recipients_or_parts() throws Exception {
        String evil = "Firefox\r\nBcc: eve@example.net\r\n\r\n.\r\nRCPT TO:<eve@example.net>\r\n";

        send(
                PASSWORD,
                "en",
                Map.of(Fact.DEVICE, evil, Fact.PLACE, evil, Fact.ADDRESS, evil, Fact.AT, evil));

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = received();
        assertThat(mail.getAllRecipients())
                .extracting(Address::toString)
                .containsExactly("anna@example.org");
        assertThat(names(mail)).doesNotContain("Bcc");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    }

    @Test
    void a_wrong_password_is_the_operators_trouble_and_not_tried_at_once_again() {
        assertThat(send("wrong", "en", Map.of()))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> {
                            assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(30));
                            assertThat(unavailable.detail())
                                    .startsWith("step=connecting 535")
                                    .endsWith("wrong user name or password");
                        });
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private DeliveryOutcome send(String password, String language, Map<Fact, String> others) {
        Map<Fact, String> facts = new EnumMap<>(((Message.Notice) TestMail.NOTICE).facts());
        facts.putAll(others);
        SmtpSettings settings = TestMail.server(server.getSmtp().getPort(), "none", USER, password);
        try (SmtpSender sender = TestMail.sender(settings)) {
            return sender.send(
                    new OutgoingMessage(
                            new DeliveryId(Subject.parse("notice:" + TestMail.ID), 2, 0, 1),
                            TestMail.ADDRESS,
                            new Message.Notice(NoticeKind.NEW_DEVICE, facts),
                            Locale.forLanguageTag(language),
                            Duration.ofDays(3),
                            Patience.LONG));
        }
    }

    private MimeMessage received() {
        return server.getReceivedMessages()[0];
    }

    private static List<String> names(MimeMessage mail) throws MessagingException, IOException {
        return Collections.list(mail.getAllHeaders()).stream().map(Header::getName).toList();
    }
}
