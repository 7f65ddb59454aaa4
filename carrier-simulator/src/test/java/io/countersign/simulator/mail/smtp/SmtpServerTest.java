package io.countersign.simulator.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class SmtpServerTest {

    private final Simulator simulator;
    private final Sender sender;
    private final String to = "anna." + UUID.randomUUID() + "@example.org";

    SmtpServerTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
        sender = new Sender(simulator);
    }

    @Test
    void a_mail_arrives_with_its_headers_and_both_parts() throws MessagingException {
        sender.send(to);

        JsonNode mail = mails().get(0);
        assertThat(mail.get("to").asString()).isEqualTo(to);
        assertThat(mail.get("from").asString()).isEqualTo("login@countersign.example");
        assertThat(mail.get("subject").asString()).isEqualTo("Grüße");
        assertThat(mail.at("/headers/Auto-Submitted/0").asString()).isEqualTo("auto-generated");
        assertThat(mail.get("messageId").asString()).startsWith("<").endsWith(">");
        assertThat(mail.get("text").asString().lines())
                .containsExactly("Schöne Grüße", ".", "Ende");
        assertThat(mail.get("html").asString()).contains("<a href=\"http://localhost/\">Grüße</a>");
        JsonNode logged = simulator.lastRequest(to);
        assertThat(logged.at("/asked/operation").asString()).isEqualTo("mail");
        assertThat(logged.at("/asked/body")).isEqualTo(mail.get("messageId"));
        assertThat(logged.at("/asked/from").asString()).isEqualTo("login@countersign.example");
        assertThat(logged.at("/outcome/kind").asString()).isEqualTo("accepted");
    }

    @Test
    void a_mail_goes_over_starttls() throws MessagingException, GeneralSecurityException {
        sender.trusting().with("mail.smtp.starttls.required", "true").send(to);

        assertThat(mails().size()).isEqualTo(1);
    }

    @Test
    void a_mail_goes_over_tls() throws MessagingException, GeneralSecurityException {
        sender.trusting().encrypted().send(to);

        assertThat(mails().size()).isEqualTo(1);
    }

    @Test
    void the_certificate_is_not_trusted_by_itself() {
        sender.with("mail.smtp.starttls.required", "true");

        assertThatThrownBy(() -> sender.send(to)).isInstanceOf(MessagingException.class);

        assertThat(mails().isEmpty()).isTrue();
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> sender.password("wrong").send(to))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void who_does_not_sign_in_may_not_send() {
        SMTPSendFailedException refusal =
                catchThrowableOfType(
                        SMTPSendFailedException.class, () -> sender.anonymous().send(to));

        assertThat(refusal.getReturnCode()).isEqualTo(530);
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 450, 451, 452, 550, 552})
    void a_recipient_is_refused_with_the_chosen_code(int code) {
        simulator.arm(to, "{\"kind\": \"smtp-reply\", \"code\": %d}".formatted(code));

        MessagingException refusal =
                catchThrowableOfType(MessagingException.class, () -> sender.send(to));

        assertThat(refusal.getNextException())
                .isInstanceOfSatisfying(
                        SMTPAddressFailedException.class,
                        failed -> assertThat(failed.getReturnCode()).isEqualTo(code));
        assertThat(mails().isEmpty()).isTrue();
        assertThat(simulator.lastRequest(to).at("/outcome/status").asInt()).isEqualTo(code);
    }

    @Test
    void a_cut_connection_comes_after_the_mail_was_taken() {
        simulator.arm(to, "{\"kind\": \"cut-connection\"}");

        assertThatThrownBy(() -> sender.send(to)).isInstanceOf(MessagingException.class);

        assertThat(mails().size()).isEqualTo(1);
        assertThat(simulator.lastRequest(to).at("/outcome/answered").asBoolean()).isFalse();
    }

    @Test
    void hang_after_accepting_takes_the_mail_and_never_answers() {
        simulator.arm(to, "{\"kind\": \"hang-after-accepting\"}");
        sender.with("mail.smtp.timeout", "300");

        assertThatThrownBy(() -> sender.send(to)).isInstanceOf(MessagingException.class);

        assertThat(mails().size()).isEqualTo(1);
    }

    @Test
    void hang_before_accepting_takes_nothing() {
        simulator.arm(to, "{\"kind\": \"hang-before-accepting\"}");
        sender.with("mail.smtp.timeout", "300");

        assertThatThrownBy(() -> sender.send(to)).isInstanceOf(MessagingException.class);

        assertThat(mails().isEmpty()).isTrue();
        assertThat(simulator.lastRequest(to).at("/outcome/kind").asString()).isEqualTo("ignored");
    }

    @Test
    void slow_takes_the_mail_after_the_delay() throws MessagingException {
        simulator.arm(to, "{\"kind\": \"slow\", \"delayMs\": 300}");
        long start = System.nanoTime();

        sender.send(to);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(290));
        assertThat(mails().size()).isEqualTo(1);
    }

    @Test
    void what_is_no_address_has_no_mails() {
        assertThat(simulator.get("/api/mails?to=hello").statusCode()).isEqualTo(400);
    }

    private JsonNode mails() {
        return simulator.json(simulator.get("/api/mails?to=" + to));
    }
}
