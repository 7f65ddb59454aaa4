package io.countersign.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Method;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Progress;
import io.countersign.events.Statement.Decision;
import io.countersign.events.Statement.Linked;
import io.countersign.events.id.ChallengeId;
import io.countersign.telegram.bot.TelegramStandIn;
import io.countersign.telegram.bot.TelegramStandIn.Seen;
import io.countersign.test.Digest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole worker on real Kafka and Redis, hearing from Telegram by polling. */
@ExtendWith(OutputCaptureExtension.class)
class TelegramWorkerTest extends WorkerBesideTelegram {

    private static final SecureRandom RANDOM = new SecureRandom();

    TelegramWorkerTest() {
        super(7_000_000_000L);
    }

    @Override
    String[] settings() {
        return new String[] {
            "countersign.telegram.bot-token=" + TelegramStandIn.TOKEN,
            "countersign.telegram.long-poll=2s"
        };
    }

    @BeforeEach
    void behave() {
        telegram.treatsAsEver("sendmessage");
        telegram.treatsAsEver("editmessagetext");
    }

    @Test
    void a_press_reaches_the_gateway_and_the_message_says_what_came_of_it() {
        Asked asked = ask();
        around.awaitReport(asked.request().delivery(1), Progress.SENT);

        press(asked, 1);

        assertThat(around.awaitStatement(asked.challenge(), Decision.NAME))
                .isEqualTo(new Decision(asked.request().delivery(1), 17));
        around.awaitReport(asked.request().delivery(1), Progress.DELIVERED);
        awaitAnswer("You pressed 17.");
        awaitLastLine(asked, "You pressed 17. One moment…");

        questions.end(asked.request(), (terms, now) -> new Approved(terms, Method.TELEGRAM, now));

        awaitLastLine(asked, "✅ Confirmed: you pressed 17.");
        assertThat(edits(asked)).allMatch(edit -> edit.buttons().isEmpty());
    }

    @Test
    void it_is_not_me_reaches_the_gateway() {
        Asked asked = ask();

        press(asked, 3);

        assertThat(around.awaitStatement(asked.challenge(), Decision.NAME))
                .isEqualTo(new Decision(asked.request().delivery(1), null));
        questions.end(asked.request(), Denied::new);
        awaitLastLine(asked, "⛔ Refused: you pressed “It’s not me”.");
    }

    @Test
    void a_question_that_was_answered_in_another_way_says_so() {
        Asked asked = ask();
        around.awaitReport(asked.request().delivery(1), Progress.SENT);

        questions.end(asked.request(), (terms, now) -> new Approved(terms, Method.TOTP, now));

        awaitLastLine(asked, "✅ Confirmed in another way.");
    }

    @Test
    void a_question_that_nobody_answered_says_that_it_expired() {
        Asked asked = ask(Duration.ofSeconds(3));

        awaitLastLine(asked, "⌛ Expired.");
    }

    @Test
    @Tag("RELIABILITY-6")
    void an_edit_that_telegram_does_not_take_now_is_made_later() {
        Asked asked = ask();
        around.awaitReport(asked.request().delivery(1), Progress.SENT);
        telegram.treats("editmessagetext", TelegramStandIn.askToWait(1));
        questions.end(asked.request(), Denied::new);
        await().until(() -> !edits(asked).isEmpty());

        telegram.treatsAsEver("editmessagetext");

        awaitLastLine(asked, "⛔ Refused elsewhere.");
    }

    @Test
    void a_blocked_bot_is_reported_as_blocked() {
        telegram.treats(
                "sendmessage",
                TelegramStandIn.reject(403, "Forbidden: bot was blocked by the user"));

        around.awaitReport(
                questions.ask(people.incrementAndGet(), LIFETIME).delivery(1), Progress.FAILED);
    }

    @Test
    @Tag("SECURITY-17")
    void a_linking_address_links_whoever_opens_it_first() {
        ChallengeId linking = ChallengeId.next(RANDOM);
        String ticket = issue(linking, Duration.ofMinutes(10));
        long anna = people.incrementAndGet();

        telegram.updates().write(anna, anna, "private", "/start " + ticket);

        assertThat(around.awaitStatement(linking, Linked.NAME))
                .isEqualTo(new Linked(linking, anna, anna, "Canary Bird", "canary_bird"));
        awaitWritten(anna, "Gehen Sie nun zurück zur Seite");

        long eve = people.incrementAndGet();
        telegram.updates().write(eve, eve, "private", "/start " + ticket);
        awaitWritten(eve, "Dieser Link geht nicht");
        assertThat(((Linked) around.statement(linking, Linked.NAME).orElseThrow()).user())
                .isEqualTo(anna);
    }

    @Test
    void the_bot_says_what_it_is_for() {
        long anna = people.incrementAndGet();

        telegram.updates().write(anna, anna, "private", "/start");

        awaitWritten(anna, "Ich bitte Sie um eine Bestätigung");
    }

    @Test
    void a_group_is_left_alone() {
        long anna = people.incrementAndGet();
        int chatter = telegram.updates().write(anna, -5, "group", "hello everybody");
        int unknown = telegram.updates().add("\"something_new\":{\"from\":1}");

        await().until(() -> telegram.updates().isAcknowledged(chatter));
        await().until(() -> telegram.updates().isAcknowledged(unknown));
        assertThat(written(-5)).isEmpty();
    }

    @Test
    void nothing_but_health_is_told_to_everybody() {
        assertThat(worker.get("/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(worker.get("/actuator/info").statusCode()).isEqualTo(404);
    }

    @Test
    void health_tells_who_hears_from_telegram() {
        await().untilAsserted(
                        () ->
                                assertThat(worker.get("/actuator/health").body())
                                        .contains("\"leader\":\"this worker\"")
                                        .contains("\"provider\":{\"details\":{\"telegram\":"));
        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_webhook_nobody_can_bring_updates() {
        assertThat(worker.postJson("/telegram/updates", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("SECURITY-23")
    void neither_token_nor_names_nor_chats_are_in_logs_topics_or_redis(CapturedOutput output) {
        Asked asked = ask();
        press(asked, 0);
        around.awaitStatement(asked.challenge(), Decision.NAME);
        for (var treatment :
                List.of(
                        TelegramStandIn.reject(400, "Bad Request: chat not found"),
                        TelegramStandIn.answerWith(500, "Canary 198.51.100.7"),
                        TelegramStandIn.cut())) {
            telegram.treats("sendmessage", treatment);
            DeliveryRequested request = questions.ask(people.incrementAndGet(), LIFETIME);
            await().until(() -> !around.reports(request.delivery(1)).isEmpty());
        }

        assertThat(output.getAll()).contains("outcome=accepted").contains("outcome=refused");
        assertHoldsNothing(output.getAll(), asked.chat());
        around.heardTexts().forEach(text -> assertHoldsNothing(text, asked.chat()));
        around.keptTexts("*:prompt:*").forEach(text -> assertHoldsNothing(text, asked.chat()));
    }

    private static void assertHoldsNothing(String text, long chat) {
        assertThat(text)
                .doesNotContain("canary", "Canary", "198.51.100.7", "Firefox")
                .doesNotContain(TelegramStandIn.TOKEN, "" + chat);
    }

    private Asked ask() {
        return ask(LIFETIME);
    }

    private Asked ask(Duration lifetime) {
        long chat = people.incrementAndGet();
        DeliveryRequested request = questions.ask(chat, lifetime);
        await().until(() -> worker.progress(request.delivery(1)) == Progress.SENT);
        return new Asked(request, chat, written(chat).getFirst());
    }

    /** A question in a chat. */
    private record Asked(DeliveryRequested request, long chat, Seen sent) {

        ChallengeId challenge() {
            return (ChallengeId) request.subject();
        }
    }

    private void press(Asked asked, int button) {
        String data = asked.sent().buttons().get(button);
        telegram.updates()
                .press(asked.chat(), asked.chat(), "private", asked.sent().number(), data);
    }

    private List<Seen> written(long chat) {
        return inChat("sendmessage", chat);
    }

    private List<Seen> edits(Asked asked) {
        return inChat("editmessagetext", asked.chat());
    }

    private void awaitWritten(long chat, String words) {
        await().untilAsserted(
                        () ->
                                assertThat(written(chat))
                                        .anyMatch(message -> message.text().contains(words)));
    }

    private void awaitAnswer(String words) {
        await().untilAsserted(
                        () ->
                                assertThat(telegram.seen("answercallbackquery"))
                                        .anyMatch(answer -> answer.text().equals(words)));
    }

    private void awaitLastLine(Asked asked, String line) {
        await().untilAsserted(
                        () ->
                                assertThat(edits(asked))
                                        .anyMatch(edit -> edit.text().endsWith("\n" + line)));
        assertThat(edits(asked))
                .allMatch(
                        edit ->
                                edit.parameters().path("message_id").asInt()
                                        == asked.sent().number());
    }

    /** As the gateway does it. */
    private String issue(ChallengeId linking, Duration lifetime) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String digest = Digest.of(ticket);
        around.notes()
                .issue(
                        digest,
                        around.seal().seal(linking.wire(), Linked.ticketPlace(digest)),
                        Instant.now().plus(lifetime));
        return ticket;
    }
}
