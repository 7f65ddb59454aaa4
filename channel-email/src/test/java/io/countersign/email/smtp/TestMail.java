package io.countersign.email.smtp;

import com.icegreen.greenmail.util.ServerSetup;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.email.letter.EmailSettings;
import io.countersign.email.mime.Mails;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.Subject;
import io.countersign.test.Patience;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;

/** What the tests send, and by whom. */
final class TestMail {

    static final String ID = "0123456789abcdefghijkl";
    static final Destination ADDRESS = new Destination("anna@example.org");
    static final String LINK = "https://login.example.com/secure?token=only-for-the-reader";
    static final EmailSettings EMAIL =
            new EmailSettings("login.example.com", "Example Security <security@example.com>");
    static final Message NOTICE =
            new Message.Notice(
                    NoticeKind.NEW_DEVICE,
                    Map.of(
                            Fact.AT, "2026-11-22T12:34:56Z",
                            Fact.LINK, LINK,
                            Fact.DEVICE, "Firefox on Linux",
                            Fact.ADDRESS, "192.0.2.17"));

    private TestMail() {}

    static OutgoingMessage to(String address) {
        return message(new Destination(address), NOTICE, Patience.LONG);
    }

    static OutgoingMessage within(Duration timeout) {
        return message(ADDRESS, NOTICE, timeout);
    }

    static OutgoingMessage message(Destination to, Message message, Duration timeout) {
        return new OutgoingMessage(
                new DeliveryId(Subject.parse("notice:" + ID), 1, 0, 1),
                to,
                message,
                Locale.ENGLISH,
                Duration.ofDays(3),
                timeout);
    }

    /** GreenMail's, on any free port. */
    static ServerSetup greenMail(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(Patience.LONG.toMillis());
        return setup;
    }

    static SmtpSettings server(int port, String security) {
        return server(port, security, null, null);
    }

    static SmtpSettings server(
            int port, String security, @Nullable String username, @Nullable String password) {
        return new SmtpSettings(
                "localhost", port, security, username, password, null, Duration.ofSeconds(30));
    }

    static SmtpSender sender(SmtpSettings settings) {
        return sender(settings, new DefaultSslBundleRegistry(), Clock.systemUTC());
    }

    static SmtpSender sender(SmtpSettings settings, SslBundles bundles, Clock clock) {
        Session session = new SmtpSession(settings, EMAIL).open(bundles);
        return new SmtpSender(
                new Mails(EMAIL, session, clock), new SmtpConnections(settings, session, clock));
    }
}
