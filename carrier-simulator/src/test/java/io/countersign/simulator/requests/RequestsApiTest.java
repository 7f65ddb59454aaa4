package io.countersign.simulator.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class RequestsApiTest {

    private final Simulator simulator;

    RequestsApiTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @Test
    void every_request_is_logged_with_its_outcome() {
        String to = Simulator.freshNumber();
        simulator.create(to, "Hello");
        JsonNode accepted = simulator.lastRequest(to);
        simulator.create(to, "");
        JsonNode refused = simulator.lastRequest(to);

        assertThat(accepted.at("/outcome/kind").asString()).isEqualTo("accepted");
        assertThat(accepted.at("/outcome/answered").asBoolean()).isTrue();
        assertThat(accepted.at("/fault").isNull()).isTrue();
        assertThat(refused.at("/outcome/kind").asString()).isEqualTo("refused");
        assertThat(refused.at("/outcome/code").asInt()).isEqualTo(21602);
    }

    @Test
    void the_log_can_be_read_from_where_it_was_left() {
        String to = Simulator.freshNumber();
        simulator.create(to, "Hello");
        long seen = simulator.lastRequest(to).get("number").asLong();

        simulator.create(to, "Again");

        JsonNode rest = simulator.json(simulator.get("/api/requests?after=" + seen));
        assertThat(rest.valueStream().map(request -> request.at("/asked/body").asString()))
                .containsExactly("Again");
    }

    @Test
    void acceptances_of_the_same_text_are_counted() {
        String to = Simulator.freshNumber();
        simulator.create(to, "Sent twice");
        simulator.create(to, "Sent once");
        simulator.arm(to, "{\"kind\": \"server-error\"}");
        simulator.create(to, "Sent once");
        simulator.delete("/api/faults");
        simulator.create(to, "Sent twice");

        List<JsonNode> acceptances =
                simulator
                        .json(simulator.get("/api/requests/acceptances"))
                        .valueStream()
                        .filter(text -> text.get("to").asString().equals(to))
                        .toList();

        assertThat(acceptances)
                .extracting(text -> text.get("body").asString() + ": " + text.get("count").asInt())
                .containsExactly("Sent twice: 2", "Sent once: 1");
        assertThat(acceptances.getFirst().get("sids").size()).isEqualTo(2);
    }

    @Test
    void forgets_everything_on_demand() {
        simulator.create(Simulator.freshNumber(), "Hello");

        assertThat(simulator.delete("/api/requests").statusCode()).isEqualTo(204);

        assertThat(simulator.json(simulator.get("/api/requests")).isEmpty()).isTrue();
    }
}
