package io.countersign.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class ReceivedMessagesApiTest {

    private final Simulator simulator;

    ReceivedMessagesApiTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @Test
    void tells_what_a_number_received_oldest_first() {
        String to = Simulator.freshNumber();
        simulator.create(to, "first");
        simulator.create(to, "second");
        simulator.create(Simulator.freshNumber(), "for somebody else");

        JsonNode received = simulator.received(to);

        assertThat(received.valueStream().map(message -> message.get("body").asString()))
                .containsExactly("first", "second");
        assertThat(received.get(0).get("to").asString()).isEqualTo(to);
        assertThat(received.get(0).get("from").asString()).isEqualTo(Simulator.FROM);
        assertThat(received.get(0).get("validityPeriod").asInt()).isEqualTo(36_000);
    }

    @Test
    void takes_a_number_whose_plus_sign_was_not_escaped() {
        String to = Simulator.freshNumber();
        simulator.create(to, "Hello");

        assertThat(simulator.json(simulator.get("/api/messages?to=" + to)).size()).isEqualTo(1);
    }

    @Test
    void refuses_what_is_no_number() {
        assertThat(simulator.get("/api/messages?to=hello").statusCode()).isEqualTo(400);
    }

    @Test
    void forgets_everything_on_demand() {
        String to = Simulator.freshNumber();
        simulator.create(to, "Hello");

        assertThat(simulator.delete("/api/messages").statusCode()).isEqualTo(204);

        assertThat(simulator.received(to).isEmpty()).isTrue();
    }
}
