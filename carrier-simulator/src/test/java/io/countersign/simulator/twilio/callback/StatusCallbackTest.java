package io.countersign.simulator.twilio.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.CallbackReceiver;
import io.countersign.simulator.CallbackReceiver.Received;
import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class StatusCallbackTest {

    private final Simulator simulator;
    @AutoClose private final CallbackReceiver receiver = new CallbackReceiver();

    StatusCallbackTest(@LocalServerPort int port) throws IOException {
        simulator = new Simulator(port);
    }

    @Test
    void progress_is_reported_step_by_step_in_twilios_form() {
        String to = Simulator.freshNumber();
        String sid = create(Map.of("From", Simulator.FROM), to);

        awaitReports();

        Received delivered = receiver.received().getLast();
        assertThat(delivered.contentType()).startsWith("application/x-www-form-urlencoded");
        assertThat(delivered.parameters())
                .containsOnly(
                        Map.entry("AccountSid", Simulator.ACCOUNT_SID),
                        Map.entry("ApiVersion", "2010-04-01"),
                        Map.entry("From", Simulator.FROM),
                        Map.entry("MessageSid", sid),
                        Map.entry("MessageStatus", "delivered"),
                        Map.entry("SmsSid", sid),
                        Map.entry("SmsStatus", "delivered"),
                        Map.entry("To", to));
    }

    @Test
    void twilios_own_validator_accepts_every_signature() {
        create(Map.of("From", "COUNTERSIGN"), Simulator.freshNumber());

        awaitReports();

        receiver.assertSigned();
    }

    @Test
    void a_messaging_service_reports_its_sid_and_the_chosen_sender() {
        String service = "MG0123456789abcdef0123456789abcdef";
        create(Map.of("MessagingServiceSid", service), Simulator.freshNumber());

        awaitReports();

        assertThat(receiver.received().getLast().parameters())
                .containsEntry("MessagingServiceSid", service)
                .containsEntry("From", "+15005550006");
    }

    private void awaitReports() {
        await().untilAsserted(
                        () ->
                                assertThat(receiver.statuses())
                                        .containsExactly("queued", "sent", "delivered"));
    }

    private String create(Map<String, String> sender, String to) {
        Map<String, String> form = new HashMap<>(sender);
        form.put("To", to);
        form.put("Body", "Grüße & 100 %");
        form.put("StatusCallback", receiver.url());
        return simulator.json(simulator.create(form)).get("sid").asString();
    }
}
