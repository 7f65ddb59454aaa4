package io.countersign.simulator.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.CallbackReceiver;
import io.countersign.simulator.CallbackReceiver.Received;
import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class TwilioCallsResourceTest {

    private static final String ALL_EVENTS =
            "&StatusCallbackEvent=initiated&StatusCallbackEvent=ringing"
                    + "&StatusCallbackEvent=answered&StatusCallbackEvent=completed";

    private final Simulator simulator;
    @AutoClose private final CallbackReceiver receiver = new CallbackReceiver();
    private final String to = Simulator.freshNumber();

    TwilioCallsResourceTest(@LocalServerPort int port) throws IOException {
        simulator = new Simulator(port);
    }

    @Test
    void an_unanswered_call_rings_as_long_as_the_caller_waits() {
        String sid = place("<Response><Hangup/></Response>", 1, ALL_EVENTS);

        awaitStatuses("initiated", "ringing", "no-answer");

        assertThat(fetched(sid).get("status").asString()).isEqualTo("no-answer");
        assertThat(fetched(sid).get("duration").asString()).isEqualTo("0");
        assertThat(receiver.received().getLast().parameters())
                .containsEntry("CallSid", sid)
                .containsEntry("AccountSid", Simulator.ACCOUNT_SID)
                .containsEntry("From", Simulator.FROM)
                .containsEntry("To", to)
                .containsEntry("ApiVersion", "2010-04-01")
                .containsEntry("Direction", "outbound-api")
                .containsEntry("CallbackSource", "call-progress-events")
                .containsEntry("SequenceNumber", "2")
                .containsEntry("CallDuration", "0")
                .containsKey("Timestamp");
        assertThat(receiver.received().getFirst().parameters())
                .containsEntry("SequenceNumber", "0")
                .doesNotContainKey("CallDuration");
    }

    @Test
    void an_answered_call_says_what_it_is_told_to() {
        String sid =
                place(
                        "<Response><Say language=\"de-DE\" loop=\"2\">4, 8, 2</Say>"
                                + "<Pause length=\"0\"/><Hangup/></Response>",
                        30,
                        ALL_EVENTS);
        awaitStatuses("initiated", "ringing");

        assertThat(simulator.act("/api/calls/" + sid + "/answer").statusCode()).isEqualTo(202);

        awaitStatuses("initiated", "ringing", "in-progress", "completed");
        assertThat(simulator.calls(to).at("/0/heard").valueStream().map(JsonNode::asString))
                .containsExactly("4, 8, 2", "4, 8, 2");
        assertThat(simulator.act("/api/calls/" + sid + "/answer").statusCode()).isEqualTo(409);
    }

    @Test
    void a_rejected_call_is_busy() {
        String sid = place("<Response/>", 30, ALL_EVENTS);
        awaitStatuses("initiated", "ringing");

        simulator.act("/api/calls/" + sid + "/reject");

        awaitStatuses("initiated", "ringing", "busy");
    }

    @Test
    void the_person_can_hang_up() {
        String sid = place("<Response><Pause length=\"60\"/></Response>", 30, ALL_EVENTS);
        awaitStatuses("initiated", "ringing");
        simulator.act("/api/calls/" + sid + "/answer");
        awaitStatuses("initiated", "ringing", "in-progress");

        simulator.act("/api/calls/" + sid + "/hang-up");

        awaitStatuses("initiated", "ringing", "in-progress", "completed");
    }

    @ParameterizedTest
    @CsvSource({"canceled", "completed"})
    void the_caller_can_hang_up_while_it_rings(String status) {
        String sid = place("<Response/>", 30, ALL_EVENTS);
        awaitStatuses("initiated", "ringing");

        assertThat(update(sid, "Status=" + status).statusCode()).isEqualTo(200);

        awaitStatuses("initiated", "ringing", "canceled");
    }

    @Test
    void an_answered_call_is_completed_but_not_canceled() {
        String sid = place("<Response><Pause length=\"60\"/></Response>", 30, ALL_EVENTS);
        awaitStatuses("initiated", "ringing");
        simulator.act("/api/calls/" + sid + "/answer");
        awaitStatuses("initiated", "ringing", "in-progress");

        update(sid, "Status=canceled");
        await().during(Duration.ofMillis(200))
                .until(() -> "in-progress".equals(fetched(sid).get("status").asString()));
        update(sid, "Status=completed");

        awaitStatuses("initiated", "ringing", "in-progress", "completed");
    }

    @Test
    void only_the_end_is_reported_unless_more_is_asked_for() {
        place("<Response/>", 1, "");

        awaitStatuses("no-answer");
    }

    @Test
    void twilios_own_validator_accepts_every_signature() {
        place("<Response/>", 1, ALL_EVENTS);

        awaitStatuses("initiated", "ringing", "no-answer");

        receiver.assertSigned();
    }

    @Test
    void instructions_are_fetched_from_an_address_with_a_signature() {
        Map<String, String> form = new HashMap<>(form("", 30));
        form.remove("Twiml");
        form.put("Url", receiver.url());
        String sid = sid(simulator.send(simulator.post("/Calls.json", Simulator.encode(form))));
        await().until(() -> simulator.act("/api/calls/" + sid + "/answer").statusCode() == 202);

        await().untilAsserted(
                        () ->
                                assertThat(simulator.calls(to).at("/0/heard/0").asString(""))
                                        .contains("application error"));
        Received asked = receiver.received().getFirst();
        assertThat(asked.parameters())
                .containsEntry("CallSid", sid)
                .containsEntry("CallStatus", "in-progress");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-            | +15005550006 | <Response/> | 21201",
                "hello        | +15005550006 | <Response/> | 21211",
                "+12015550100 | -            | <Response/> | 21213",
                "+12015550100 | COUNTERSIGN  | <Response/> | 21212",
                "+12015550100 | +15005550001 | <Response/> | 21212",
                "+12015550100 | +15005550006 | -           | 21205",
                "+15005550001 | +15005550006 | <Response/> | 21217",
                "+15005550002 | +15005550006 | <Response/> | 21214",
                "+15005550003 | +15005550006 | <Response/> | 21215",
                "+15005550004 | +15005550006 | <Response/> | 21216",
            })
    void a_faulty_request_is_refused_with_twilios_code(
            String callee, String caller, String twiml, int code) {
        Map<String, String> form = new HashMap<>();
        putIfPresent(form, "To", callee);
        putIfPresent(form, "From", caller);
        putIfPresent(form, "Twiml", twiml);

        HttpResponse<String> answer =
                simulator.send(simulator.post("/Calls.json", Simulator.encode(form)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(simulator.json(answer).get("code").asInt()).isEqualTo(code);
    }

    @Test
    void a_call_unheard_of_is_not_found() {
        String path = "/Calls/CA0123456789abcdef0123456789abcdef.json";

        assertThat(simulator.fetch(path).statusCode()).isEqualTo(404);
        assertThat(simulator.send(simulator.post(path, "Status=completed")).statusCode())
                .isEqualTo(404);
        assertThat(simulator.act("/api/calls/CA01/answer").statusCode()).isEqualTo(404);
    }

    private static void putIfPresent(Map<String, String> form, String name, String value) {
        if (value != null) {
            form.put(name, value);
        }
    }

    private Map<String, String> form(String twiml, int timeout) {
        return Map.of(
                "To",
                to,
                "From",
                Simulator.FROM,
                "Twiml",
                twiml,
                "Timeout",
                Integer.toString(timeout),
                "StatusCallback",
                receiver.url());
    }

    private String place(String twiml, int timeout, String events) {
        return sid(
                simulator.send(
                        simulator.post(
                                "/Calls.json", Simulator.encode(form(twiml, timeout)) + events)));
    }

    private String sid(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return simulator.json(answer).get("sid").asString();
    }

    private JsonNode fetched(String sid) {
        return simulator.json(simulator.fetch("/Calls/" + sid + ".json"));
    }

    private HttpResponse<String> update(String sid, String form) {
        return simulator.send(simulator.post("/Calls/" + sid + ".json", form));
    }

    private void awaitStatuses(String... statuses) {
        await().untilAsserted(() -> assertThat(receiver.statuses()).isEqualTo(List.of(statuses)));
    }
}
