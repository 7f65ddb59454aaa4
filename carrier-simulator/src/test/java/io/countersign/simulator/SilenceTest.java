package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.mail.smtp.Sender;
import io.countersign.simulator.telegram.Bot;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
@ExtendWith(OutputCaptureExtension.class)
class SilenceTest {

    private final Simulator simulator;

    SilenceTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @Test
    @Tag("SECURITY-23")
    void neither_number_nor_text_is_logged_even_when_callbacks_fail(CapturedOutput output)
            throws IOException {
        String to = Simulator.freshNumber();
        simulator.create(
                Map.of(
                        "To",
                        to,
                        "From",
                        Simulator.FROM,
                        "Body",
                        "Canary 482913",
                        "StatusCallback",
                        nobodyListens()));
        simulator.create("+12", "Canary 482913");
        simulator.get("/handset/" + to);

        await().untilAsserted(() -> assertThat(output).contains("No callback reaches"));
        assertThat(output).doesNotContain(to, to.substring(1), "482913", "Canary");
    }

    @Test
    @Tag("SECURITY-23")
    void neither_chats_nor_mails_nor_the_bots_token_are_logged(CapturedOutput output)
            throws MessagingException {
        Bot bot = new Bot(simulator);
        String person = Bot.freshPerson();
        long chat = bot.start(person, "Canary-token");
        bot.call("sendMessage", "{\"chat_id\": %d, \"text\": \"Canary\"}".formatted(chat));
        bot.call("sendMessage", "{\"chat_id\": 1, \"text\": \"<b>Canary\"}");
        simulator.get("/bot1:Canary/getMe");
        Sender sender = new Sender(simulator);
        sender.send("canary@example.org");
        simulator.arm("canary@example.org", "{\"kind\": \"cut-connection\"}");
        assertThat(catchThrowable(() -> sender.send("canary@example.org"))).isNotNull();

        assertThat(output)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain(person, Simulator.BOT_TOKEN, Simulator.SMTP_PASSWORD, "Grüße");
    }

    @Test
    void nothing_but_health_is_told_to_everybody() {
        assertThat(simulator.get("/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(simulator.get("/actuator/info").statusCode()).isEqualTo(404);
    }

    @Test
    void it_tells_when_it_is_ready() {
        assertThat(simulator.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static String nobodyListens() throws IOException {
        try (CallbackReceiver closedSoon = new CallbackReceiver()) {
            return closedSoon.url();
        }
    }
}
