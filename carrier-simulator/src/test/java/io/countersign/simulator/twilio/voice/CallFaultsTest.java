package io.countersign.simulator.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.CallbackReceiver;
import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class CallFaultsTest {

    private final Simulator simulator;
    @AutoClose private final CallbackReceiver receiver = new CallbackReceiver();
    private final String to = Simulator.freshNumber();

    CallFaultsTest(@LocalServerPort int port) throws IOException {
        simulator = new Simulator(port);
    }

    @ParameterizedTest
    @CsvSource({
        "no-answer, initiated ringing no-answer, true",
        "busy, initiated busy, false",
        "rejected, initiated ringing busy, true",
        "failed, initiated failed, false",
        "never-rings, initiated no-answer, false",
        "receipts-out-of-order, no-answer ringing initiated, true",
        "duplicated-receipts, initiated initiated ringing ringing no-answer no-answer, true"
    })
    void a_call_ends_as_the_fault_says(String kind, String statuses, boolean rang) {
        simulator.arm(to, "{\"kind\": \"%s\"}".formatted(kind));

        assertThat(send().statusCode()).isEqualTo(201);

        await().untilAsserted(
                        () ->
                                assertThat(receiver.statuses())
                                        .isEqualTo(List.of(statuses.split(" ", -1))));
        assertThat(simulator.calls(to).at("/0/rang").asBoolean()).isEqualTo(rang);
        assertThat(simulator.lastRequest(to).get("fault").asString()).isEqualTo(kind);
    }

    @Test
    void a_lost_receipt_leaves_the_caller_in_the_dark() {
        simulator.arm(to, "{\"kind\": \"lost-receipt\"}");

        send();

        await().until(() -> "no-answer".equals(simulator.calls(to).at("/0/status").asString("")));
        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(receiver.received()).isEmpty());
    }

    @Test
    void a_wrong_caller_is_shown() {
        simulator.arm(to, "{\"kind\": \"wrong-caller-id\", \"shown\": \"+12015550199\"}");

        send();

        JsonNode call = simulator.calls(to).get(0);
        assertThat(call.get("shown").asString()).isEqualTo("+12015550199");
        assertThat(call.get("from").asString()).isEqualTo(Simulator.FROM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"refuse\", \"code\": 21210} | 400 | 21210",
                "{\"kind\": \"unauthorized\"} | 401 | 20003",
                "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 7} | 429 | 20429",
                "{\"kind\": \"server-error\"} | 500 | 20500",
            })
    void a_refused_call_is_not_placed(String fault, int status, int code) {
        simulator.arm(to, fault);

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(simulator.json(answer).get("code").asInt()).isEqualTo(code);
        assertThat(simulator.calls(to).isEmpty()).isTrue();
        assertThat(simulator.lastRequest(to).at("/asked/operation").asString()).isEqualTo("Calls");
    }

    @Test
    void hang_after_accepting_places_the_call_and_never_answers() {
        simulator.arm(to, "{\"kind\": \"hang-after-accepting\", \"answerAfterMs\": null}");

        simulator.sendInVain(
                form(),
                () ->
                        await().untilAsserted(
                                        () -> assertThat(receiver.statuses()).contains("ringing")));
    }

    @Test
    void a_fault_of_messages_only_spares_calls() {
        simulator.arm(
                "{\"to\": \"%s\", \"channel\": \"sms\", \"fault\": {\"kind\": \"server-error\"}}"
                        .formatted(to));

        assertThat(send().statusCode()).isEqualTo(201);
        assertThat(simulator.create(to, "Hello").statusCode()).isEqualTo(500);
    }

    private HttpResponse<String> send() {
        return simulator.send(form());
    }

    private HttpRequest.Builder form() {
        Map<String, String> form =
                Map.of(
                        "To",
                        to,
                        "From",
                        Simulator.FROM,
                        "Twiml",
                        "<Response><Hangup/></Response>",
                        "Timeout",
                        "1",
                        "StatusCallback",
                        receiver.url(),
                        "StatusCallbackEvent",
                        "initiated ringing answered completed");
        return simulator.post("/Calls.json", Simulator.encode(form));
    }
}
