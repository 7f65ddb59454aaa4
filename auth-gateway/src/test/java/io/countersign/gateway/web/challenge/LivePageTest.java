package io.countersign.gateway.web.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.Channel;
import io.countersign.gateway.FakeHeartbeats;
import io.countersign.gateway.web.Carrier;
import io.countersign.gateway.web.PasswordGivenTest;
import io.countersign.test.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(Patience.TEST_SECONDS)
class LivePageTest extends PasswordGivenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired private Carrier carrier;
    @Autowired private FakeHeartbeats heartbeats;

    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void closeBrowser() {
        browser.shutdownNow();
        heartbeats.startAll();
    }

    @Test
    void tellsEachStepOfTheSmsAsItHappens() {
        Iterator<JsonNode> events = events();
        JsonNode first = events.next();
        assertThat(first.path("verdict").asString()).isEqualTo("PENDING");
        assertThat(first.path("status").asString()).isEqualTo("We are sending the SMS …");
        assertThat(first.path("tone").asString()).isEqualTo("WORKING");
        assertThat(first.path("guessesLeft").asInt()).isEqualTo(5);
        assertThat(first.path("sendIn").asInt()).isBetween(1, 30);
        assertThat(first.path("endsIn").asInt()).isBetween(200, 300);
        assertThat(first.path("goTo").isNull()).isTrue();

        carrier.claims(person.account());
        assertThat(until(events, "operator …"))
                .isEqualTo("We are handing the SMS to the operator …");

        carrier.accepts(person.account());
        assertThat(until(events, "accepted")).startsWith("The operator has accepted the SMS.");

        carrier.delivers(person.account());
        assertThat(until(events, "delivered"))
                .isEqualTo("The SMS has been delivered to your phone.");
    }

    @Test
    void saysByItselfWhenNobodyTakesTheSms() {
        Iterator<JsonNode> events = events();

        // What it says still later is PageListenerTest's, which need not wait.
        assertThat(until(events, "longer than usual")).contains("has not been picked up");
    }

    @Test
    @Tag("RELIABILITY-28")
    void saysByItselfWhenTheLastWorkerHasDied() {
        Iterator<JsonNode> events = events();
        assertThat(events.next().path("status").asString()).isEqualTo("We are sending the SMS …");

        heartbeats.end(Channel.SMS);

        assertThat(until(events, "SMS service"))
                .startsWith("Our SMS service is not working at the moment.");
    }

    @Test
    void aWrongCodeInAnotherTabIsSeen() {
        Iterator<JsonNode> events = events();
        events.next();
        String right = inbox.code(person.phone(), 1);

        visitor.answer(right.substring(0, 5) + (right.charAt(5) == '0' ? '1' : '0'));

        assertThat(events.next().path("guesses").asString()).isEqualTo("4 tries left");
    }

    @Test
    void theRightCodeInAnotherTabLeadsOn() {
        Iterator<JsonNode> events = events();
        events.next();

        visitor.answer(inbox.code(person.phone(), 1));

        JsonNode last = events.next();
        assertThat(last.path("verdict").asString()).isEqualTo("APPROVED");
        assertThat(last.path("goTo").asString()).isEqualTo("/");
        assertThat(events.hasNext()).as("the stream has ended").isFalse();
    }

    @Test
    void theLastWrongCodeInAnotherTabLeadsAway() {
        Iterator<JsonNode> events = events();
        String right = inbox.code(person.phone(), 1);
        String wrong = right.substring(0, 5) + (right.charAt(5) == '0' ? '1' : '0');

        for (int i = 0; i < 5; i++) {
            visitor.answer(wrong);
        }

        List<JsonNode> all = new ArrayList<>();
        events.forEachRemaining(all::add);
        assertThat(all.getLast().path("goTo").asString()).isEqualTo("/sign-in?locked");
    }

    @Test
    void asksForNothingWhereNothingIsLeft() throws Exception {
        visitor.answer(inbox.code(person.phone(), 1));

        HttpResponse<String> status = visitor.get("/challenge/status");

        assertThat(status.body()).contains("\"goTo\":\"/sign-in?ended\"");
    }

    @Test
    void tellsTheSameToWhoeverAsksNowAndThen() {
        carrier.accepts(person.account());

        HttpResponse<String> status = visitor.get("/challenge/status");

        assertThat(status.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
        assertThat(status.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        JsonNode view = JSON.readTree(status.body());
        assertThat(view.path("status").asString()).startsWith("The operator has accepted");
        assertThat(view.path("destination").asString()).startsWith("Phone, +1••");
        assertThat(status.body()).doesNotContain(person.phone());
    }

    @Test
    void speaksTheLanguageOfThePage() {
        HttpResponse<String> status =
                visitor.send(
                        visitor.request("/challenge/status").header("Accept-Language", "de").GET());

        assertThat(JSON.readTree(status.body()).path("guesses").asString())
                .isEqualTo("Noch 5 Versuche");
    }

    @Test
    @Tag("SECURITY-10")
    void tellsAStrangerNothing() {
        assertThat(visitor().get("/challenge/events").statusCode()).isEqualTo(302);
        assertThat(visitor().get("/challenge/status").statusCode()).isEqualTo(302);
    }

    @Test
    void openPagesDoNotKeepTheDatabaseFromOthers() {
        for (int i = 0; i < 40; i++) {
            events().next();
        }

        assertThat(visitor.get("/challenge").statusCode()).isEqualTo(200);
        assertThat(visitor().signIn(person().email(), PASSWORD).statusCode()).isEqualTo(302);
    }

    private Iterator<JsonNode> events() {
        try {
            HttpResponse<Stream<String>> response =
                    browser.send(
                            visitor.request("/challenge/events")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            return response.body()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> JSON.readTree(line.substring("data: ".length())))
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String until(Iterator<JsonNode> events, String words) {
        String status = events.next().path("status").asString();
        return status.contains(words) ? status : until(events, words);
    }
}
