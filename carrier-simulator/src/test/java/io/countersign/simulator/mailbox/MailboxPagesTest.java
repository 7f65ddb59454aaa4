package io.countersign.simulator.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.mail.smtp.Sender;
import jakarta.mail.MessagingException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class MailboxPagesTest {

    private final Simulator simulator;
    private final Sender sender;
    private final String address = "anna." + UUID.randomUUID() + "@example.org";

    MailboxPagesTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
        sender = new Sender(simulator);
    }

    @Test
    void a_mailbox_shows_headers_and_text() throws MessagingException {
        sender.send(address);

        assertThat(page().body())
                .contains("Grüße", "Auto-Submitted", "auto-generated", "Schöne Grüße");
        assertThat(simulator.get("/").body()).contains("/mailbox/" + address);
    }

    @Test
    @Tag("SECURITY-27")
    void the_html_of_a_mail_is_shown_in_a_sandbox() throws MessagingException {
        sender.send(address);
        String id =
                simulator.json(simulator.get("/api/mails?to=" + address)).at("/0/id").asString();
        String path = "/mailbox/" + address + "/" + id + "/html";

        HttpResponse<String> html = simulator.get(path);

        assertThat(page().body()).containsPattern("<iframe[^>]* sandbox=[^>]*" + path);
        assertThat(html.body()).contains("<a href=\"http://localhost/\">Grüße</a>");
        List<String> policies = html.headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        assertThat(policies.getFirst())
                .startsWith("sandbox allow-popups")
                .contains("default-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void a_mail_that_is_not_there_is_not_found() {
        assertThat(simulator.get("/mailbox/" + address + "/1/html").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_address_is_told_on_the_page() {
        HttpResponse<String> answer = simulator.get("/mailbox/hello");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not a mail address");
    }

    private HttpResponse<String> page() {
        return simulator.get("/mailbox/" + address);
    }
}
