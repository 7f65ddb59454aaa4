package io.countersign.simulator.twilio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.CallbackReceiver;
import io.countersign.simulator.CallbackReceiver.Received;
import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class CarrierFaultsTest {

    private final Simulator simulator;
    @AutoClose private final CallbackReceiver receiver = new CallbackReceiver();
    private final String to = Simulator.freshNumber();

    CarrierFaultsTest(@LocalServerPort int port) throws IOException {
        simulator = new Simulator(port);
    }

    @Test
    void slow_takes_the_message_after_the_delay() {
        simulator.arm(to, "{\"kind\": \"slow\", \"delayMs\": 300}");
        long start = System.nanoTime();

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(290));
        assertLogged("accepted", "slow");
    }

    @ParameterizedTest
    @ValueSource(ints = {21211, 21408, 21610, 21614, 60200})
    void refuse_answers_400_with_the_chosen_code(int code) {
        simulator.arm(to, "{\"kind\": \"refuse\", \"code\": %d}".formatted(code));

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(simulator.json(answer).get("code").asInt()).isEqualTo(code);
        assertNotTaken("refuse");
    }

    @Test
    void unauthorized_answers_401() {
        simulator.arm(to, "{\"kind\": \"unauthorized\"}");

        assertThat(send().statusCode()).isEqualTo(401);
        assertNotTaken("unauthorized");
    }

    @Test
    void too_many_requests_answers_429_and_says_when_to_try_again() {
        simulator.arm(to, "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 7}");

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(simulator.json(answer).get("code").asInt()).isEqualTo(20429);
        assertNotTaken("too-many-requests");
    }

    @Test
    void too_many_requests_can_name_a_date() {
        simulator.arm(to, "{\"kind\": \"too-many-requests-until\", \"retryAfterSeconds\": 60}");

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(
                        ZonedDateTime.parse(
                                        answer.headers().firstValue("Retry-After").orElseThrow(),
                                        DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())
                .isBetween(Instant.now().minusSeconds(1), Instant.now().plusSeconds(62));
        assertNotTaken("too-many-requests-until");
    }

    @Test
    void server_error_answers_500() {
        simulator.arm(to, "{\"kind\": \"server-error\"}");

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(simulator.json(answer).get("code").asInt()).isEqualTo(20500);
        assertNotTaken("server-error");
    }

    @Test
    void hang_before_accepting_neither_answers_nor_takes_the_message() {
        simulator.arm(to, "{\"kind\": \"hang-before-accepting\"}");

        simulator.sendInVain(
                form(),
                () ->
                        await().ignoreExceptions()
                                .untilAsserted(
                                        () -> assertLogged("ignored", "hang-before-accepting")));

        assertThat(simulator.received(to).isEmpty()).isTrue();
    }

    @Test
    void hang_after_accepting_delivers_the_message_and_never_answers() {
        simulator.arm(to, "{\"kind\": \"hang-after-accepting\", \"answerAfterMs\": null}");

        simulator.sendInVain(form(), () -> awaitStatus("delivered"));

        await().untilAsserted(() -> assertThat(receiver.statuses()).contains("delivered"));
        JsonNode logged = assertLogged("accepted", "hang-after-accepting");
        assertThat(logged.at("/outcome/answered").asBoolean()).isFalse();
    }

    @Test
    void hang_after_accepting_may_answer_late() {
        simulator.arm(to, "{\"kind\": \"hang-after-accepting\", \"answerAfterMs\": 300}");

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(receiver.statuses()).contains("queued"));
    }

    @Test
    void cut_connection_delivers_the_message_and_closes_without_a_word() {
        simulator.arm(to, "{\"kind\": \"cut-connection\"}");

        assertThatThrownBy(() -> simulator.attempt(form()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);

        awaitStatus("delivered");
        JsonNode logged = assertLogged("accepted", "cut-connection");
        assertThat(logged.at("/outcome/answered").asBoolean()).isFalse();
    }

    @Test
    void lost_receipt_delivers_without_a_report() {
        simulator.arm(to, "{\"kind\": \"lost-receipt\"}");

        send();

        awaitStatus("delivered");
        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(receiver.received()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {30003, 30004, 30005, 30006, 30007})
    void undelivered_reports_the_error(int code) {
        simulator.arm(to, "{\"kind\": \"undelivered\", \"code\": %d}".formatted(code));

        send();

        await().untilAsserted(
                        () ->
                                assertThat(receiver.statuses())
                                        .containsExactly("queued", "sent", "undelivered"));
        Received last = receiver.received().getLast();
        assertThat(last.parameters()).containsEntry("ErrorCode", Integer.toString(code));
    }

    @Test
    void receipts_out_of_order_come_backwards() {
        simulator.arm(to, "{\"kind\": \"receipts-out-of-order\"}");

        send();

        await().untilAsserted(
                        () ->
                                assertThat(receiver.statuses())
                                        .containsExactly("delivered", "sent", "queued"));
    }

    @Test
    void early_receipt_is_there_before_the_answer() {
        simulator.arm(to, "{\"kind\": \"early-receipt\"}");

        HttpResponse<String> answer = send();

        assertThat(receiver.statuses()).containsExactly("queued", "sent", "delivered");
        assertThat(simulator.json(answer).get("status").asString()).isEqualTo("queued");
    }

    @Test
    void duplicated_receipts_come_twice() {
        simulator.arm(to, "{\"kind\": \"duplicated-receipts\"}");

        send();

        await().untilAsserted(
                        () ->
                                assertThat(receiver.statuses())
                                        .containsExactly(
                                                "queued",
                                                "queued",
                                                "sent",
                                                "sent",
                                                "delivered",
                                                "delivered"));
    }

    private HttpResponse<String> send() {
        return simulator.send(form());
    }

    private HttpRequest.Builder form() {
        return simulator.creation(
                Map.of(
                        "To",
                        to,
                        "From",
                        Simulator.FROM,
                        "Body",
                        "Your code is 482913",
                        "StatusCallback",
                        receiver.url()));
    }

    private void awaitStatus(String status) {
        await().untilAsserted(
                        () ->
                                assertThat(simulator.received(to).at("/0/status").asString(""))
                                        .isEqualTo(status));
    }

    private void assertNotTaken(String fault) {
        assertThat(simulator.received(to).isEmpty()).isTrue();
        assertLogged("refused", fault);
    }

    private JsonNode assertLogged(String outcome, String fault) {
        JsonNode request = simulator.lastRequest(to);
        assertThat(request.at("/outcome/kind").asString()).isEqualTo(outcome);
        assertThat(request.get("fault").asString()).isEqualTo(fault);
        return request;
    }
}
