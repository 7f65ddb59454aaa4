package io.countersign.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningSimulator
class FaultsApiTest {

    private final Simulator simulator;
    private final JsonMapper json = new JsonMapper();

    FaultsApiTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @AfterEach
    void behaveAgain() {
        simulator.delete("/api/faults");
    }

    @Test
    void a_rule_is_shown_while_it_is_in_force() {
        String to = Simulator.freshNumber();
        String rule =
                """
                {"to": "%s", "fault": {"kind": "slow", "delayMs": 1}, "count": 2,
                 "probability": 1.0, "seed": 42}
                """
                        .formatted(to);

        JsonNode armed = simulator.json(simulator.arm(rule));
        simulator.create(to, "Hello");

        JsonNode active = simulator.json(simulator.get("/api/faults")).get(0);
        assertThat(active.get("id")).isEqualTo(armed.get("id"));
        assertThat(active.get("to").asString()).isEqualTo(to);
        assertThat(active.at("/fault/delayMs").asInt()).isEqualTo(1);
        assertThat(active.get("strikes").asInt()).isEqualTo(1);
        assertThat(active.get("remaining").asInt()).isEqualTo(1);
        assertThat(active.get("seed").asInt()).isEqualTo(42);

        simulator.create(to, "Hello");
        assertThat(simulator.json(simulator.get("/api/faults")).isEmpty()).isTrue();
    }

    @Test
    void a_rule_can_be_ended() {
        long id =
                simulator
                        .json(simulator.arm("{\"fault\": {\"kind\": \"lost-receipt\"}}"))
                        .get("id")
                        .asLong();

        assertThat(simulator.delete("/api/faults/" + id).statusCode()).isEqualTo(204);
        assertThat(simulator.delete("/api/faults/" + id).statusCode()).isEqualTo(404);
        assertThat(simulator.json(simulator.get("/api/faults")).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fault\": {\"kind\": \"slow\", \"delayMs\": -1}} | delayMs must not be negative",
                "{\"fault\": {\"kind\": \"refuse\", \"code\": 1}} | code must be 21211, 21408, 21610 or 21614",
                "{\"fault\": {\"kind\": \"undelivered\", \"code\": 1}} | code must be 30003 or 30005",
                "{\"fault\": {\"kind\": \"server-error\"}, \"count\": 0} | count must be at least 1",
                "{\"fault\": {\"kind\": \"server-error\"}, \"probability\": 2} | probability must be above 0 and at most 1",
                "{} | fault must be given",
                "{\"to\": \"me\", \"fault\": {\"kind\": \"server-error\"}} | a phone number must be in E.164 form, such as +12015550123",
                "{\"fault\": {\"kind\": \"explode\"}} | the rule is not of the documented form",
                "{\"fault\": {\"kind\": \"slow\"}} | the rule is not of the documented form",
                "{\"fault\": {\"kind\": \"server-error\"}, \"cuont\": 1} | the rule is not of the documented form",
                "nonsense | the rule is not of the documented form",
            })
    void a_senseless_rule_is_refused_with_the_reason(String rule, String reason) {
        HttpResponse<String> answer = simulator.arm(rule);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(simulator.json(answer).get("detail").asString()).isEqualTo(reason);
    }

    @Test
    void every_fault_has_the_same_form_both_ways() {
        List<Fault> all =
                List.of(
                        new Fault.Slow(1),
                        new Fault.Refuse(21610),
                        new Fault.Unauthorized(),
                        new Fault.TooManyRequests(1),
                        new Fault.ServerError(),
                        new Fault.HangBeforeAccepting(),
                        new Fault.HangAfterAccepting(null),
                        new Fault.HangAfterAccepting(5),
                        new Fault.CutConnection(),
                        new Fault.LostReceipt(),
                        new Fault.Undelivered(30003),
                        new Fault.ReceiptsOutOfOrder(),
                        new Fault.EarlyReceipt(),
                        new Fault.DuplicatedReceipts());

        assertThat(all).allSatisfy(fault -> assertThat(copied(fault)).isEqualTo(fault));
        assertThat(all)
                .extracting(Object::getClass)
                .containsAll(List.of(Fault.class.getPermittedSubclasses()));
    }

    private Fault copied(Fault fault) {
        return json.readValue(json.writeValueAsString(fault), Fault.class);
    }
}
