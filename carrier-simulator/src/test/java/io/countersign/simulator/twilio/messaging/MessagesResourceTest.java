package io.countersign.simulator.twilio.messaging;

import static io.countersign.simulator.Simulator.ACCOUNT_SID;
import static io.countersign.simulator.Simulator.AUTH_TOKEN;
import static io.countersign.simulator.Simulator.FROM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class MessagesResourceTest {

    private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

    private final Simulator simulator;

    MessagesResourceTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
    }

    @Test
    void a_created_message_is_queued_and_then_delivered() {
        HttpResponse<String> created = simulator.create(Simulator.freshNumber(), "Hello");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode message = simulator.json(created);
        assertThat(message.get("status").asString()).isEqualTo("queued");
        assertThat(message.get("date_sent").isNull()).isTrue();
        await().untilAsserted(
                        () -> {
                            JsonNode later = fetched(message.get("sid").asString());
                            assertThat(later.get("status").asString()).isEqualTo("delivered");
                            assertThat(later.get("date_sent").isNull()).isFalse();
                        });
    }

    @Test
    void a_messaging_service_accepts_and_chooses_the_sender_later() {
        HttpResponse<String> created =
                simulator.create(
                        Map.of(
                                "To",
                                Simulator.freshNumber(),
                                "MessagingServiceSid",
                                SERVICE,
                                "Body",
                                "Hello"));

        JsonNode message = simulator.json(created);
        assertThat(message.get("status").asString()).isEqualTo("accepted");
        assertThat(message.get("from").isNull()).isTrue();
        assertThat(message.get("num_segments").asString()).isEqualTo("0");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                fetched(message.get("sid").asString())
                                                        .get("from")
                                                        .asString(""))
                                        .isEqualTo("+15005550006"));
    }

    @ParameterizedTest(name = "{0}={1} is refused with {2}")
    @CsvSource({
        "To, '', 21604, 400",
        "To, 12015550123, 21211, 400",
        "To, +1 201 555 0123, 21211, 400",
        "To, +0123456789, 21211, 400",
        "To, +15005550006, 21266, 400",
        "To, +15005550001, 21211, 400",
        "To, +15005550003, 21408, 400",
        "To, +15005550004, 21610, 400",
        "To, +15005550009, 21614, 400",
        "From, '', 21603, 400",
        "From, sender-too-long, 21212, 400",
        "From, +15005550007, 21606, 400",
        "From, +15005550008, 21611, 429",
        "MessagingServiceSid, MG12, 21701, 400",
        "Body, '', 21602, 400",
        "ValidityPeriod, 0, 90007, 400",
        "ValidityPeriod, 36001, 90007, 400",
        "ValidityPeriod, soon, 90007, 400",
        "StatusCallback, http://example.com/status, 21609, 400",
        "StatusCallback, file:///etc/passwd, 21609, 400",
        "StatusCallback, http://127.0.0.1@example.com/, 21609, 400",
        "StatusCallback, not a url, 21609, 400",
    })
    void a_wrong_field_is_refused_as_twilio_does(String field, String value, int code, int status) {
        Map<String, String> form =
                new HashMap<>(Map.of("To", Simulator.freshNumber(), "From", FROM, "Body", "Hi"));
        form.put(field, value);

        HttpResponse<String> answer = simulator.create(form);

        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode error = simulator.json(answer);
        assertThat(error.propertyNames())
                .containsExactlyInAnyOrder("code", "message", "more_info", "status");
        assertThat(error.get("code").asInt()).isEqualTo(code);
        assertThat(error.get("status").asInt()).isEqualTo(status);
        assertThat(error.get("more_info").asString())
                .isEqualTo("https://www.twilio.com/docs/errors/" + code);
    }

    @Test
    void a_body_of_1600_characters_is_taken_and_one_more_is_not() {
        String to = Simulator.freshNumber();

        assertThat(simulator.create(to, "🙂".repeat(1600)).statusCode()).isEqualTo(201);
        HttpResponse<String> tooLong = simulator.create(to, "x".repeat(1601));

        assertThat(simulator.json(tooLong).get("code").asInt()).isEqualTo(21617);
    }

    @Test
    void wrong_credentials_are_refused_before_anything_else() {
        HttpResponse<String> answer =
                simulator.send(
                        simulator
                                .request("/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages.json")
                                .header("Authorization", Simulator.basic(ACCOUNT_SID, "wrong"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("To=nonsense")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"Twilio API\"");
        assertThat(simulator.json(answer).get("code").asInt()).isEqualTo(20003);
        assertThat(simulator.lastRequest("nonsense").at("/outcome/status").asInt()).isEqualTo(401);
    }

    @Test
    void resources_of_another_account_and_unknown_ones_are_not_found() {
        String other = "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json";
        HttpResponse<String> foreign =
                simulator.send(
                        simulator
                                .request(other)
                                .header("Authorization", Simulator.basic(ACCOUNT_SID, AUTH_TOKEN)));

        assertThat(simulator.json(foreign).get("code").asInt()).isEqualTo(20404);
        assertThat(simulator.fetch("/Messages/SM00.json").statusCode()).isEqualTo(404);
        assertThat(simulator.json(simulator.fetch("/Unheard.json")).get("code").asInt())
                .isEqualTo(20404);
    }

    @Test
    void messages_are_listed_newest_first_and_in_pages() {
        String to = Simulator.freshNumber();
        simulator.create(to, "first");
        simulator.create(to, "second");
        simulator.create(to, "third");

        String filter = "/Messages.json?PageSize=2&To=%2B" + to.substring(1);
        JsonNode page = simulator.json(simulator.fetch(filter));

        assertThat(page.at("/messages/0/body").asString()).isEqualTo("third");
        assertThat(page.at("/messages/1/body").asString()).isEqualTo("second");
        String next = page.get("next_page_uri").asString();
        JsonNode rest =
                simulator.json(simulator.fetch(next.substring(next.indexOf("/Messages.json"))));
        assertThat(rest.at("/messages").size()).isEqualTo(1);
        assertThat(rest.at("/messages/0/body").asString()).isEqualTo("first");
        assertThat(rest.get("next_page_uri").isNull()).isTrue();
    }

    private JsonNode fetched(String sid) {
        return simulator.json(simulator.fetch("/Messages/" + sid + ".json"));
    }
}
