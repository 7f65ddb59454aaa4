package io.countersign.simulator.handset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class HandsetEventsTest {

    private final Simulator simulator;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final String number = Simulator.freshNumber();

    HandsetEventsTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @AfterEach
    void closeBrowser() {
        browser.shutdownNow();
    }

    @Test
    void a_message_appears_and_moves_on_while_the_stream_is_open() {
        List<String> lines = listen(simulator.request(events()));

        // A busy machine may look at a message only after it has arrived.
        await().until(
                        () -> {
                            simulator.create(number, "Your code is 482913");
                            return has(lines, "class=\"message coming\"");
                        });

        await().until(() -> has(lines, "class=\"message arrived\""));
        await().until(() -> has(lines, "data-copy=\"482913\""));
    }

    @Test
    void nothing_is_missed_between_two_connections() {
        List<String> before = listen(simulator.request(events()));
        simulator.create(number, "first 111111");
        await().untilAsserted(() -> assertThat(before).anyMatch(line -> line.contains("111111")));
        String lastId =
                before.stream()
                        .filter(line -> line.startsWith("id: "))
                        .reduce((_, later) -> later)
                        .orElseThrow()
                        .substring(4);
        simulator.create(number, "second 222222");

        List<String> after = listen(simulator.request(events()).header("Last-Event-ID", lastId));

        await().untilAsserted(() -> assertThat(after).anyMatch(line -> line.contains("222222")));
        assertThat(after).noneMatch(line -> line.contains("111111"));
        assertThat(after).doesNotContain("event: cleared");
    }

    @Test
    void a_call_rings_and_is_remembered_as_missed() {
        List<String> lines = listen(simulator.request(events()));

        simulator.send(
                simulator.post(
                        "/Calls.json",
                        Simulator.encode(
                                Map.of(
                                        "To",
                                        number,
                                        "From",
                                        Simulator.FROM,
                                        "Twiml",
                                        "<Response/>",
                                        "Timeout",
                                        "1"))));

        await().untilAsserted(
                        () ->
                                assertThat(lines)
                                        .contains("event: call")
                                        .anyMatch(line -> line.contains("message call ringing"))
                                        .anyMatch(line -> line.contains("caller-ending\">0006<"))
                                        .anyMatch(line -> line.contains("data-do=\"answer\""))
                                        .anyMatch(line -> line.contains("Missed call")));
        assertThat(simulator.get("/handset/" + number).body()).contains("Missed call");
    }

    @Test
    void clearing_is_told() {
        List<String> lines = listen(simulator.request(events()));
        simulator.create(number, "Hello 111111");
        await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains("111111")));
        int seen = lines.size();

        simulator.delete("/api/messages");

        await().untilAsserted(
                        () -> assertThat(lines.stream().skip(seen)).contains("event: cleared"));
    }

    @Test
    void what_is_no_number_has_no_events() {
        assertThat(simulator.get("/handset/hello/events").statusCode()).isEqualTo(400);
    }

    private static boolean has(List<String> lines, String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    private String events() {
        return "/handset/" + number + "/events";
    }

    private List<String> listen(HttpRequest.Builder request) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> answer =
                browser.sendAsync(request.build(), BodyHandlers.ofLines()).join();
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        Thread.startVirtualThread(() -> answer.body().forEach(lines::add));
        return lines;
    }
}
