package io.countersign.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.settings.WrongSetting;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;

class TlsTest {

    private static final String WRONG =
            "step=connecting certificate not trusted or not for this host";

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void a_mail_goes_to_a_server_whose_certificate_is_trusted_and_for_its_host(Security security) {
        TestCertificate certificate = TestCertificate.of("localhost");
        try (SmtpStandIn server = new SmtpStandIn(security, certificate)) {
            assertThat(send(server.port(), security, certificate.trusted()))
                    .isInstanceOf(Accepted.class);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void a_certificate_for_another_host_is_refused(Security security) {
        TestCertificate certificate = TestCertificate.of("other.example");
        try (SmtpStandIn server = new SmtpStandIn(security, certificate)) {
            assertThat(send(server.port(), security, certificate.trusted()))
                    .isEqualTo(new Unavailable(Concerned.PROVIDER, WRONG));
            assertThat(server.said("MAIL")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void a_certificate_that_nobody_vouches_for_is_refused(Security security) {
        TestCertificate certificate = TestCertificate.of("localhost");
        try (SmtpStandIn server = new SmtpStandIn(security, certificate)) {
            assertThat(send(server.port(), security, null))
                    .isEqualTo(new Unavailable(Concerned.PROVIDER, WRONG));
            assertThat(server.said("MAIL")).isZero();
        }
    }

    @Test
    void green_mails_own_certificate_is_refused_trusted_or_not() {
        GreenMail server = new GreenMail(TestMail.greenMail(ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            int port = server.getSmtps().getPort();
            KeyStore own =
                    ((DummySSLServerSocketFactory) DummySSLServerSocketFactory.getDefault())
                            .getKeyStore();

            assertThat(send(port, Security.TLS, null))
                    .isEqualTo(new Unavailable(Concerned.PROVIDER, WRONG));
            assertThat(send(port, Security.TLS, TestCertificate.trusting(own)))
                    .isEqualTo(new Unavailable(Concerned.PROVIDER, WRONG));
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_offers_no_start_tls_is_given_nothing() {
        try (SmtpStandIn server = new SmtpStandIn()) {
            assertThat(send(server.port(), Security.STARTTLS, null))
                    .isEqualTo(
                            new Unavailable(
                                    Concerned.PROVIDER,
                                    "step=connecting the server offers no STARTTLS"));
            assertThat(server.said("AUTH")).isZero();
            assertThat(server.said("MAIL")).isZero();
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_given_nothing() {
        try (SmtpStandIn server = new SmtpStandIn()) {
            assertThat(send(server.port(), Security.TLS, null))
                    .isEqualTo(new Unavailable(Concerned.PROVIDER, "step=connecting no TLS"));
        }
    }

    @Test
    void a_bundle_that_is_not_there_stops_the_start() {
        assertThatThrownBy(
                        () ->
                                new SmtpSession(
                                                settings(465, Security.TLS, "missing"),
                                                TestMail.EMAIL)
                                        .open(new DefaultSslBundleRegistry()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.email.smtp.ssl-bundle ");
    }

    private static DeliveryOutcome send(int port, Security security, @Nullable SslBundles trust) {
        SmtpSettings settings =
                settings(port, security, trust == null ? null : TestCertificate.BUNDLE);
        try (SmtpSender sender =
                TestMail.sender(
                        settings,
                        trust == null ? new DefaultSslBundleRegistry() : trust,
                        Clock.systemUTC())) {
            return sender.send(TestMail.to("anna@example.org"));
        }
    }

    private static SmtpSettings settings(int port, Security security, @Nullable String bundle) {
        return new SmtpSettings(
                "localhost",
                port,
                security.name().toLowerCase(Locale.ROOT),
                "worker",
                "only-for-tests",
                bundle,
                Duration.ofSeconds(30));
    }
}
