package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    void it_tells_when_it_is_ready() {
        assertThat(simulator.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static String nobodyListens() throws IOException {
        try (CallbackReceiver closedSoon = new CallbackReceiver()) {
            return closedSoon.url();
        }
    }
}
