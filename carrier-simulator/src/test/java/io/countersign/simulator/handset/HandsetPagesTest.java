package io.countersign.simulator.handset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class HandsetPagesTest {

    private final Simulator simulator;
    private final String number = Simulator.freshNumber();

    HandsetPagesTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @Test
    void a_handset_shows_what_arrived_with_its_code_to_copy() {
        simulator.create(number, "Your code is 482913.\n\n@localhost #482913");

        await().untilAsserted(
                        () ->
                                assertThat(handset().body())
                                        .contains("<strong class=\"code\">482913</strong>")
                                        .contains("data-copy=\"482913\"")
                                        .contains("@localhost #482913"));
    }

    @Test
    void a_message_cannot_bring_markup_into_the_page() {
        simulator.create(number, "<script>alert(1)</script>");

        await().untilAsserted(
                        () -> assertThat(handset().body()).contains("&lt;script&gt;alert(1)"));
        assertThat(handset().body()).doesNotContain("<script>alert");
    }

    @Test
    void a_message_that_did_not_arrive_is_not_shown() {
        simulator.arm(number, "{\"kind\": \"undelivered\", \"code\": 30005}");
        simulator.create(number, "Secret 482913");

        await().untilAsserted(() -> assertThat(handset().body()).contains("error 30005"));
        assertThat(handset().body()).doesNotContain("482913");
    }

    @Test
    void an_unheard_of_number_has_an_empty_handset() {
        assertThat(handset().statusCode()).isEqualTo(200);
        assertThat(handset().body())
                .contains("No messages or calls yet")
                .doesNotContain("<article");
    }

    @Test
    void the_list_names_the_handsets_that_received_something() {
        simulator.create(number, "Hello");

        assertThat(simulator.get("/").body()).contains("/handset/" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/handset?number=%2B1+201+555-0123", "/handset/12015550123"})
    void a_number_typed_in_another_way_leads_to_its_handset(String path) {
        HttpResponse<String> answer = simulator.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/handset/+12015550123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/handset?number=hello", "/handset/hello"})
    void what_is_no_number_is_told_on_the_page(String path) {
        HttpResponse<String> answer = simulator.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not a phone number");
    }

    @Test
    @Tag("SECURITY-27")
    void pages_run_no_inline_script_and_need_none() {
        HttpResponse<String> page = handset();

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain(" style=", " onclick=", "<style");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)");
    }

    private HttpResponse<String> handset() {
        return simulator.get("/handset/" + number);
    }
}
