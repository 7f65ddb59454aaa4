package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.store.Statements;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.FailureReason;
import io.countersign.events.Statement;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.Message;
import io.countersign.events.id.DeliveryId;
import io.countersign.gateway.FakeWorkers.Request;
import io.countersign.gateway.web.Page;
import io.countersign.test.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInByCallTest extends GatewayTest {

    @Autowired private FakeWorkers workers;
    @Autowired private Statements statements;
    @Autowired private Deliveries deliveries;
    @Autowired private JdbcClient jdbc;

    private Person person;
    private ApiClient client;

    @BeforeEach
    void givePassword() {
        person = person();
        linkTelegram(person);
        client = client();
        client.signIn(person.email(), PASSWORD);
    }

    @Test
    void the_last_four_digits_of_the_calling_number_sign_in() {
        Request call = called(1);
        workers.dials(call, "0137");

        assertThat(answer("0137").status()).isEqualTo(200);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    void the_worker_may_call_twice_and_then_hand_over_to_an_sms() {
        Request call = called(1);

        assertThat(call.content().message()).isEqualTo(new Message.CallingNumber());
        assertThat(call.content().tries()).isEqualTo(2);
        assertThat(call.event().route())
                .extracting(step -> step.channel())
                .containsExactly(Channel.VOICE, Channel.SMS);
    }

    @Test
    void other_digits_count_as_a_wrong_guess() {
        workers.dials(called(1), "0137");

        assertThat(answer("0138").problem()).isEqualTo("code-wrong");
        assertThat(
                        client.get("/api/v1/challenge")
                                .body()
                                .path("status")
                                .path("guessesLeft")
                                .asInt())
                .isEqualTo(4);
    }

    @Test
    void digits_of_a_call_that_nobody_announced_are_wrong() {
        var _ = called(1);

        assertThat(answer("0137").problem()).isEqualTo("code-wrong");
    }

    @Test
    @Tag("SECURITY-30")
    void an_ending_that_somebody_without_the_key_puts_into_the_store_is_worth_nothing() {
        Request call = called(1);
        var calling = new Statement.Calling(call.event().delivery(1), new CallEnding("4711"));
        byte[] sealed = FakeWorkers.seal(Channel.TELEGRAM).seal(calling, call.challenge());
        statements.make(call.challenge(), calling.name(), sealed, Instant.now().plusSeconds(300));

        assertThat(answer("4711").problem()).isEqualTo("code-wrong");
    }

    @Test
    @Tag("SECURITY-30")
    void the_ending_of_another_persons_call_does_not_serve() {
        Person attacker = person();
        linkTelegram(attacker);
        ApiClient own = client();
        own.signIn(attacker.email(), PASSWORD);
        own.post("/api/v1/challenge/send", Map.of("method", "CALL"));
        Request theirs = workers.to(attacker.phone(), 1).getFirst();
        workers.dials(theirs, "4711");
        Request call = called(1);
        String name = Statement.Calling.name(theirs.event().delivery(1));
        statements.make(
                call.challenge(),
                name,
                statements.find(theirs.challenge(), name).orElseThrow(),
                Instant.now().plusSeconds(300));

        assertThat(answer("4711").problem()).isEqualTo("code-wrong");
    }

    @Test
    @Tag("SECURITY-4")
    void three_wrong_endings_switch_calls_off_for_the_account() {
        workers.dials(called(1), "0137");
        for (int i = 0; i < 3; i++) {
            assertThat(answer("999" + i).problem()).isEqualTo("code-wrong");
        }

        assertThat(answer("0137").problem()).isEqualTo("method-not-offered");
        ApiClient later = client();
        later.signIn(person.email(), PASSWORD);
        assertThat(later.post("/api/v1/challenge/send", Map.of("method", "CALL")).problem())
                .isEqualTo("method-not-offered");
    }

    @Test
    @Tag("SECURITY-4")
    void wrong_endings_are_forgotten_neither_by_time_nor_by_a_success() {
        for (int i = 0; i < 2; i++) {
            workers.dials(called(i + 1), "0137");
            assertThat(answer("9990").problem()).isEqualTo("code-wrong");
            assertThat(answer("0137").status()).isEqualTo(200);
            jdbc.sql("update wrong_call set at = at - interval '100 days' where account_id = :id")
                    .param("id", person.account().value())
                    .update();
            client = client();
            client.signIn(person.email(), PASSWORD);
        }
        workers.dials(called(3), "0137");
        assertThat(answer("9990").problem()).isEqualTo("code-wrong");

        assertThat(answer("0137").problem()).isEqualTo("method-not-offered");
    }

    @Test
    @Tag("SECURITY-4")
    void after_a_second_call_the_ending_of_the_first_is_wrong() {
        Request call = called(1);
        workers.dials(call, "0137");
        var second = new Statement.Calling(call.event().delivery(2), new CallEnding("4711"));
        workers.keep(Channel.VOICE, call.challenge(), second);

        assertThat(answer("0137").problem()).isEqualTo("code-wrong");
        assertThat(answer("4711").status()).isEqualTo(200);
    }

    @Test
    @Tag("SECURITY-2")
    @Tag("SECURITY-4")
    void of_many_parallel_guesses_three_are_looked_at() {
        workers.dials(called(1), "0137");

        List<ApiClient.Answer> answers =
                AtOnce.times(50, i -> client.copy().answer("CALL", "%04d".formatted(5000 + i)));

        assertThat(answers).noneMatch(answer -> answer.status() == 200);
        assertThat(answer("0137").status()).isNotEqualTo(200);
    }

    @Test
    @Tag("SECURITY-20")
    void after_two_calls_that_did_not_arrive_the_next_request_is_an_sms() {
        Request call = called(1);
        notArrived(call, 1);
        notArrived(call, 2);
        deliveries.queue(new Queued(head(call, 1, 1, Channel.SMS)));
        fail(new DeliveryId(call.challenge(), call.event().round(), 1, 1));

        var sent = client.post("/api/v1/challenge/send", Map.of("method", "CALL"));

        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(202);
        assertThat(sent.body().path("status").path("delivery").path("channel").asString())
                .isEqualTo("SMS");
        String code = inbox.code(person.phone(), 1);
        assertThat(answer(code).status()).isEqualTo(200);
        assertThat(workers.to(person.phone())).hasSize(1);
    }

    @Test
    void a_page_asks_for_the_six_digits_once_calls_have_become_an_sms() {
        Request call = called(1);
        var page = Page.of(client.visitor().get("/challenge?method=call"));
        assertThat(page.text("label[for=code]")).startsWith("Last 4 digits");
        assertThat(page.attribute("label[for=code]", "data-instead")).isEqualTo("6-digit code");
        assertThat(page.text("#status")).contains("we will call again automatically");
        notArrived(call, 1);
        deliveries.queue(new Queued(head(call, 0, 2, Channel.VOICE)));
        page = Page.of(client.visitor().get("/challenge"));
        assertThat(page.text("#status")).startsWith("The last call did not arrive");
        notArrived(call, 2);
        deliveries.queue(new Queued(head(call, 1, 1, Channel.SMS)));

        page = Page.of(client.visitor().get("/challenge"));

        assertThat(page.text("h1")).isEqualTo("Enter the code");
        assertThat(page.text("label[for=code]")).isEqualTo("6-digit code");
        assertThat(page.text("#send-again")).isEqualTo("Send the code again");
        assertThat(page.document().select("nav .choice").eachText())
                .contains("Telegram")
                .doesNotContain("Code by SMS", "Call");
        assertThat(Page.of(client.visitor().get("/challenge?method=sms")).text("label[for=code]"))
                .isEqualTo("6-digit code");
        assertThat(client.visitor().get("/challenge/status").body()).contains("\"instead\":true");
        String back =
                Page.of(
                                client.visitor()
                                        .post(
                                                "/challenge/answer",
                                                "/challenge",
                                                Map.of("method", "call", "code", "12")))
                        .location();
        assertThat(Page.of(client.visitor().get(back)).text("#notice"))
                .contains("exactly six digits");
    }

    @Test
    void the_history_tells_the_sms_that_signed_in_for_a_call() {
        Request call = called(1);
        notArrived(call, 1);
        notArrived(call, 2);
        deliveries.queue(new Queued(head(call, 1, 1, Channel.SMS)));
        fail(new DeliveryId(call.challenge(), call.event().round(), 1, 1));
        client.post("/api/v1/challenge/send", Map.of("method", "CALL"));

        assertThat(answer(inbox.code(person.phone(), 1)).status()).isEqualTo(200);

        assertThat(Page.of(client.visitor().get("/security/history")).text(".entry"))
                .contains("Code by SMS");
    }

    @Test
    void a_call_alone_is_never_enough() {
        Person phoneOnly = person();
        ApiClient other = client();
        other.signIn(phoneOnly.email(), PASSWORD);

        assertThat(other.get("/api/v1/challenge").body().path("methods").toString())
                .doesNotContain("CALL");
        assertThat(other.post("/api/v1/challenge/send", Map.of("method", "CALL")).problem())
                .isEqualTo("method-not-offered");
    }

    @Test
    @Tag("SECURITY-8")
    void what_has_neither_four_nor_six_digits_is_no_code() {
        workers.dials(called(1), "0137");

        for (String typed : List.of("", "137", "00137", "٠١٣", "0137 0137", "x")) {
            assertThat(answer(typed).problem()).isEqualTo("code-malformed");
        }
    }

    private Request called(int calls) {
        assertThat(client.post("/api/v1/challenge/send", Map.of("method", "CALL")).status())
                .isEqualTo(202);
        return workers.to(person.phone(), calls).getLast();
    }

    private ApiClient.Answer answer(String digits) {
        return client.answer("CALL", digits);
    }

    private void notArrived(Request call, int attempt) {
        deliveries.queue(new Queued(head(call, 0, attempt, Channel.VOICE)));
        fail(call.event().delivery(attempt));
    }

    private void fail(DeliveryId id) {
        deliveries.update(
                id, Claims.claim("worker", Duration.ofSeconds(1), Duration.ofSeconds(60)));
        deliveries.update(id, Claims.failed("worker", FailureReason.NOT_DELIVERED));
    }

    private static Head head(Request call, int step, int attempt, Channel channel) {
        return new Head(
                new DeliveryId(call.challenge(), call.event().round(), step, attempt),
                channel,
                call.event().deadline());
    }
}
