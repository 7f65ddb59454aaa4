package io.countersign.simulator.faults.active;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.faults.CallFault;
import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.MailFault;
import io.countersign.simulator.faults.MessageFault;
import io.countersign.simulator.faults.ReportFault;
import io.countersign.simulator.faults.RequestFault;
import io.countersign.simulator.faults.TelegramFault;
import io.countersign.simulator.faults.UpdatesFault;
import io.countersign.simulator.sms.PhoneNumber;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                "{\"fault\": {\"kind\": \"refuse\", \"code\": 1}} | code must be one of [14107, 21210, 21211, 21212, 21215, 21216, 21408, 21610, 21614, 60200]",
                "{\"fault\": {\"kind\": \"smtp-reply\", \"code\": 250}} | code must be 421, 450, 451, 452, 550 or 552",
                "{\"channel\": \"mail\", \"fault\": {\"kind\": \"busy\"}} | busy cannot happen to channel mail",
                "{\"fault\": {\"kind\": \"undelivered\", \"code\": 1}} | code must be one of [30003, 30004, 30005, 30006, 30007]",
                "{\"fault\": {\"kind\": \"server-error\"}, \"count\": 0} | count must be at least 1",
                "{\"fault\": {\"kind\": \"server-error\"}, \"probability\": 2} | probability must be above 0 and at most 1",
                "{\"to\": \"anna\", \"fault\": {\"kind\": \"conflict\"}} | conflict concerns nobody: leave out to",
                "{} | fault must be given",
                "{\"to\": \"12\", \"fault\": {\"kind\": \"server-error\"}} | to must be a phone number such as +12015550123, a Telegram person such as anna, or a mail address such as anna@example.org",
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
                        new RequestFault.Slow(1),
                        new Fault.Refuse(21610),
                        new RequestFault.Unauthorized(),
                        new RequestFault.TooManyRequests(1),
                        new RequestFault.TooManyRequestsUntil(1),
                        new UpdatesFault.Conflict(),
                        new RequestFault.ServerError(),
                        new RequestFault.HangBeforeAccepting(),
                        new RequestFault.HangAfterAccepting(null),
                        new RequestFault.HangAfterAccepting(5),
                        new RequestFault.CutConnection(),
                        new ReportFault.LostReceipt(),
                        new ReportFault.ReceiptsOutOfOrder(),
                        new ReportFault.DuplicatedReceipts(),
                        new MessageFault.Undelivered(30003),
                        new MessageFault.EarlyReceipt(),
                        new CallFault.NoAnswer(),
                        new CallFault.Busy(),
                        new CallFault.Rejected(),
                        new CallFault.Failed(),
                        new CallFault.NeverRings(),
                        new CallFault.WrongCallerId(null),
                        new CallFault.WrongCallerId(new PhoneNumber("+12015550199")),
                        new TelegramFault.BlockedBot(),
                        new MailFault.SmtpReply(552));

        assertThat(all).allSatisfy(fault -> assertThat(copied(fault)).isEqualTo(fault));
        assertThat(all)
                .extracting(Object::getClass)
                .containsAll(leaves(Fault.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(FaultsApiTest::leaves)
                : Stream.of(type);
    }

    private Fault copied(Fault fault) {
        return json.readValue(json.writeValueAsString(fault), Fault.class);
    }
}
