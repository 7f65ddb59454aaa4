package io.countersign.simulator.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.telegram.Bot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class UpdatesMethodsTest {

    private final Simulator simulator;
    private final Bot bot;
    private final String person = Bot.freshPerson();

    UpdatesMethodsTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
        bot = new Bot(simulator);
    }

    @BeforeEach
    @AfterEach
    void startAfresh() {
        bot.result(
                "setWebhook",
                "{\"url\": \"\", \"drop_pending_updates\": true, \"allowed_updates\": []}");
        simulator.delete("/api/telegram");
    }

    @Test
    void a_bot_learns_who_it_is() {
        JsonNode me = bot.result("getMe", "{}");

        assertThat(me.get("id").asLong()).isEqualTo(7000000001L);
        assertThat(me.get("is_bot").asBoolean()).isTrue();
        assertThat(me.get("username").asString()).isEqualTo("countersign_bot");
    }

    @Test
    void a_wrong_token_is_unauthorized() {
        HttpResponse<String> answer = simulator.get("/bot1:wrong/getMe");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    }

    @Test
    void an_unknown_method_is_not_found() {
        assertThat(bot.call("explode", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void a_started_chat_is_an_update_until_it_is_confirmed() {
        long id = bot.start(person, "abc-123");

        JsonNode update = bot.result("getUpdates", "{}").get(0);

        assertThat(update.at("/message/text").asString()).isEqualTo("/start abc-123");
        assertThat(update.at("/message/from/id").asLong()).isEqualTo(id).isPositive();
        assertThat(update.at("/message/from/is_bot").asBoolean()).isFalse();
        assertThat(update.at("/message/from/username").asString()).isEqualTo(person);
        assertThat(update.at("/message/chat/id").asLong()).isEqualTo(id);
        assertThat(update.at("/message/chat/type").asString()).isEqualTo("private");
        assertThat(bot.result("getUpdates", "{}").size()).isEqualTo(1);
        long next = update.get("update_id").asLong() + 1;
        assertThat(bot.result("getUpdates", "{\"offset\": %d}".formatted(next)).isEmpty()).isTrue();
        assertThat(bot.result("getUpdates", "{}").isEmpty()).isTrue();
    }

    @Test
    void a_poll_waits_for_an_update() {
        CompletableFuture<JsonNode> poll =
                CompletableFuture.supplyAsync(() -> bot.result("getUpdates", "{\"timeout\": 9}"));

        bot.start(person, "");

        await().until(poll::isDone);
        assertThat(poll.join().at("/0/message/text").asString()).isEqualTo("/start");
    }

    @Test
    void a_conflict_can_be_played() {
        simulator.arm("{\"fault\": {\"kind\": \"conflict\"}, \"count\": 1}");

        assertThat(bot.call("getUpdates", "{}").statusCode()).isEqualTo(409);
        assertThat(bot.call("getUpdates", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_later_poll_ends_an_earlier_one() {
        CompletableFuture<HttpResponse<String>> earlier =
                CompletableFuture.supplyAsync(() -> bot.call("getUpdates", "{\"timeout\": 9}"));

        await().until(
                        () -> {
                            bot.result("getUpdates", "{}");
                            return earlier.isDone();
                        });

        assertThat(earlier.join().statusCode()).isEqualTo(409);
        assertThat(simulator.json(earlier.join()).get("description").asString())
                .isEqualTo(
                        "Conflict: terminated by other getUpdates request; make sure that only one"
                                + " bot instance is running");
    }

    @Test
    void only_allowed_updates_are_kept() {
        bot.result("getUpdates", "{\"allowed_updates\": [\"callback_query\"]}");
        bot.start(person, "abc");

        assertThat(bot.result("getUpdates", "{\"allowed_updates\": []}").isEmpty()).isTrue();
    }

    @Test
    void an_update_can_be_forged() {
        simulator.act(
                "/api/telegram/updates",
                "{\"callback_query\": {\"id\": \"1\", \"data\": \"yes\"}}");

        JsonNode update = bot.result("getUpdates", "{}").get(0);
        assertThat(update.get("update_id").asLong()).isPositive();
        assertThat(update.at("/callback_query/data").asString()).isEqualTo("yes");
    }

    @Test
    void a_webhook_is_told_with_its_secret_until_it_takes_the_update() throws IOException {
        List<String> taken = new CopyOnWriteArrayList<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    String secret =
                            exchange.getRequestHeaders()
                                    .getFirst("X-Telegram-Bot-Api-Secret-Token");
                    taken.add(secret + " " + body);
                    exchange.sendResponseHeaders(taken.size() == 1 ? 500 : 200, -1);
                    exchange.close();
                });
        server.start();
        try {
            bot.result(
                    "setWebhook",
                    "{\"url\": \"http://127.0.0.1:%d/hook\", \"secret_token\": \"s-1\"}"
                            .formatted(server.getAddress().getPort()));
            bot.start(person, "abc");

            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    bot.result("getWebhookInfo", "{}")
                                                            .get("pending_update_count")
                                                            .asInt())
                                            .isZero());
            assertThat(taken)
                    .hasSize(2)
                    .allMatch(update -> update.startsWith("s-1 {\"update_id\":"))
                    .allMatch(update -> update.contains("/start abc"));
            assertThat(bot.result("getWebhookInfo", "{}").get("last_error_message").asString())
                    .isEqualTo("Wrong response from the webhook: 500");
            HttpResponse<String> poll = bot.call("getUpdates", "{}");
            assertThat(poll.statusCode()).isEqualTo(409);
            assertThat(poll.body()).contains("can't use getUpdates method while webhook is active");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_webhook_elsewhere_is_refused() {
        assertThat(bot.call("setWebhook", "{\"url\": \"https://example.org/\"}").statusCode())
                .isEqualTo(400);
    }
}
