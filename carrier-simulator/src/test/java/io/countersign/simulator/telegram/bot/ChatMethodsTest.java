package io.countersign.simulator.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.telegram.Bot;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningSimulator
class ChatMethodsTest {

    private static final String YES_OR_NO =
            "{\"inline_keyboard\": [[{\"text\": \"Yes\", \"callback_data\": \"yes\"},"
                    + " {\"text\": \"No\", \"callback_data\": \"no\"}]]}";

    private final Simulator simulator;
    private final Bot bot;
    private final String person = Bot.freshPerson();

    ChatMethodsTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
        bot = new Bot(simulator);
    }

    @BeforeEach
    void forgetUpdates() {
        bot.result("deleteWebhook", "{\"drop_pending_updates\": true}");
    }

    @Test
    void a_message_appears_with_its_buttons() {
        long chat = bot.start(person, "abc");

        JsonNode message = send(chat, "Is it you?");

        assertThat(message.get("text").asString()).isEqualTo("Is it you?");
        assertThat(message.at("/chat/id").asLong()).isEqualTo(chat);
        assertThat(message.at("/from/is_bot").asBoolean()).isTrue();
        assertThat(message.at("/reply_markup/inline_keyboard/0/1/callback_data").asString())
                .isEqualTo("no");
        JsonNode shown = bot.chat(person).get(1);
        assertThat(shown.get("messageId")).isEqualTo(message.get("message_id"));
        assertThat(shown.at("/buttons/0/0/text").asString()).isEqualTo("Yes");
    }

    @Test
    void a_form_does_as_well_as_json() {
        long chat = bot.start(person, "abc");

        HttpResponse<String> answer =
                simulator.send(
                        bot.request(
                                        "sendMessage",
                                        "chat_id=%d&text=Hello&reply_markup=%s"
                                                .formatted(
                                                        chat,
                                                        Simulator.encode(Map.of("", YES_OR_NO))
                                                                .substring(1)))
                                .setHeader("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(bot.chat(person).at("/1/buttons/0/0/text").asString()).isEqualTo("Yes");
    }

    @Test
    void a_press_is_told_to_the_bot_and_can_be_answered_once() {
        long chat = bot.start(person, "abc");
        long message = send(chat, "Is it you?").get("message_id").asLong();

        assertThat(press(message, "yes").statusCode()).isEqualTo(200);

        JsonNode query = bot.result("getUpdates", "{\"offset\": -1}").at("/0/callback_query");
        assertThat(query.get("data").asString()).isEqualTo("yes");
        assertThat(query.at("/from/id").asLong()).isEqualTo(chat);
        assertThat(query.at("/message/message_id").asLong()).isEqualTo(message);
        assertThat(query.at("/message/chat/id").asLong()).isEqualTo(chat);
        String answer =
                "{\"callback_query_id\": \"%s\", \"text\": \"Thank you\"}"
                        .formatted(query.get("id").asString());
        assertThat(bot.result("answerCallbackQuery", answer).asBoolean()).isTrue();
        assertThat(bot.chat(person).at("/1/press/answer/text").asString()).isEqualTo("Thank you");
        assertThat(description(bot.call("answerCallbackQuery", answer)))
                .startsWith("Bad Request: query is too old");
    }

    @Test
    void a_button_that_is_not_there_cannot_be_pressed() {
        long chat = bot.start(person, "abc");
        long message = send(chat, "Is it you?").get("message_id").asLong();

        assertThat(press(message, "maybe").statusCode()).isEqualTo(409);
        assertThat(press(message + 1000, "yes").statusCode()).isEqualTo(409);
    }

    @Test
    void an_edit_changes_the_text_and_takes_the_buttons_away() {
        long chat = bot.start(person, "abc");
        long message = send(chat, "Is it you?").get("message_id").asLong();
        String edit =
                "{\"chat_id\": %d, \"message_id\": %d, \"text\": \"Expired\"}"
                        .formatted(chat, message);

        JsonNode edited = bot.result("editMessageText", edit);

        assertThat(edited.has("edit_date")).isTrue();
        assertThat(edited.has("reply_markup")).isFalse();
        assertThat(bot.chat(person).at("/1/text").asString()).isEqualTo("Expired");
        HttpResponse<String> again = bot.call("editMessageText", edit);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(description(again)).startsWith("Bad Request: message is not modified: ");
    }

    @Test
    void buttons_can_be_changed_alone() {
        long chat = bot.start(person, "abc");
        long message = send(chat, "Is it you?").get("message_id").asLong();

        bot.result(
                "editMessageReplyMarkup",
                "{\"chat_id\": %d, \"message_id\": %d}".formatted(chat, message));

        assertThat(bot.chat(person).at("/1/text").asString()).isEqualTo("Is it you?");
        assertThat(bot.chat(person).at("/1/buttons").isEmpty()).isTrue();
    }

    @Test
    void a_blocked_bot_is_forbidden_to_write_until_it_is_started_again() {
        long chat = bot.start(person, "abc");
        simulator.act("/api/telegram/" + person + "/block");

        HttpResponse<String> answer = bot.call("sendMessage", text(chat, "Hello"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(description(answer)).isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(
                        bot.result("getUpdates", "{\"offset\": -1}")
                                .at("/0/my_chat_member/new_chat_member/status")
                                .asString())
                .isEqualTo("kicked");
        bot.start(person, "");
        assertThat(bot.call("sendMessage", text(chat, "Hello")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345 | Hello | '' | Bad Request: chat not found",
                "0 | '' | '' | Bad Request: message text is empty",
                "0 | <b>x | HTML | Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
                "0 | é<blink> | HTML | Bad Request: can't parse entities: Unsupported start tag \"blink\" at byte offset 2",
                "0 | x</b> | HTML | Bad Request: can't parse entities: Unexpected end tag at byte offset 1",
                "0 | Hello | Word | Bad Request: unsupported parse_mode",
            })
    void a_faulty_message_is_refused_in_telegrams_words(
            long chat, String text, String mode, String description) {
        long own = bot.start(person, "");

        HttpResponse<String> answer =
                bot.call(
                        "sendMessage",
                        "{\"chat_id\": %d, \"text\": \"%s\", \"parse_mode\": \"%s\"}"
                                .formatted(chat == 0 ? own : chat, text, mode));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(description(answer)).isEqualTo(description);
    }

    @Test
    void data_of_more_than_64_bytes_is_invalid() {
        long chat = bot.start(person, "");
        String data = "é".repeat(32);

        assertThat(bot.call("sendMessage", withData(chat, data)).statusCode()).isEqualTo(200);
        assertThat(description(bot.call("sendMessage", withData(chat, data + "x"))))
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void html_becomes_text_with_entities() {
        long chat = bot.start(person, "");

        JsonNode message =
                bot.result(
                        "sendMessage",
                        "{\"chat_id\": %d, \"parse_mode\": \"HTML\", \"text\": \"%s\"}"
                                .formatted(
                                        chat,
                                        "&lt;👍 <b>bold <i>both</i></b> <a href='https://example.org/'>there</a>"));

        assertThat(message.get("text").asString()).isEqualTo("<👍 bold both there");
        assertThat(message.get("entities").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"type\":\"bold\",\"offset\":4,\"length\":9}",
                        "{\"type\":\"italic\",\"offset\":9,\"length\":4}",
                        "{\"type\":\"text_link\",\"offset\":14,\"length\":5,\"url\":\"https://example.org/\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"blocked-bot\"} | 403 | Forbidden: bot was blocked by the user",
                "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 7} | 429 | Too Many Requests: retry after 7",
                "{\"kind\": \"server-error\"} | 500 | Internal Server Error",
                "{\"kind\": \"unauthorized\"} | 401 | Unauthorized",
            })
    void a_fault_is_answered_in_telegrams_words(String fault, int status, String description) {
        long chat = bot.start(person, "");
        simulator.arm(person, fault);

        HttpResponse<String> answer = bot.call("sendMessage", text(chat, "Hello"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(description(answer)).isEqualTo(description);
        assertThat(simulator.json(answer).at("/parameters/retry_after").asInt(0))
                .isEqualTo(status == 429 ? 7 : 0);
        assertThat(bot.chat(person).size()).isEqualTo(1);
    }

    @Test
    void a_cut_connection_comes_after_the_message_was_taken() {
        long chat = bot.start(person, "");
        simulator.arm(person, "{\"kind\": \"cut-connection\"}");

        assertThatThrownBy(() -> simulator.attempt(bot.request("sendMessage", text(chat, "Hello"))))
                .isInstanceOf(IOException.class);

        assertThat(bot.chat(person).size()).isEqualTo(2);
    }

    @Test
    @Tag("SECURITY-23")
    void the_log_of_requests_knows_the_message_but_not_the_token() {
        long chat = bot.start(person, "");
        send(chat, "Is it you?");

        JsonNode logged = simulator.lastRequest(person);
        assertThat(logged.at("/asked/operation").asString()).isEqualTo("sendMessage");
        assertThat(logged.at("/asked/body").asString()).isEqualTo("Is it you?");
        assertThat(logged.at("/outcome/kind").asString()).isEqualTo("accepted");
        assertThat(simulator.get("/api/requests").body())
                .doesNotContain(Simulator.BOT_TOKEN, Simulator.BOT_TOKEN.substring(11));
    }

    @Test
    void the_same_name_has_the_same_id_in_every_run() {
        assertThat(simulator.json(simulator.get("/api/telegram/anna")).get("id").asLong())
                .isEqualTo(simulator.json(simulator.get("/api/telegram/Anna")).get("id").asLong())
                .isBetween(1L << 33, (1L << 52) - 1);
        assertThat(simulator.get("/api/telegram/1").statusCode()).isEqualTo(400);
    }

    private JsonNode send(long chat, String text) {
        return bot.result(
                "sendMessage",
                "{\"chat_id\": %d, \"text\": \"%s\", \"protect_content\": true, \"reply_markup\": %s}"
                        .formatted(chat, text, YES_OR_NO));
    }

    private static String text(long chat, String text) {
        return "{\"chat_id\": %d, \"text\": \"%s\"}".formatted(chat, text);
    }

    private static String withData(long chat, String data) {
        return ("{\"chat_id\": %d, \"text\": \"Hello\", \"reply_markup\": {\"inline_keyboard\":"
                        + " [[{\"text\": \"Yes\", \"callback_data\": \"%s\"}]]}}")
                .formatted(chat, data);
    }

    private HttpResponse<String> press(long message, String data) {
        return simulator.act(
                "/api/telegram/" + person + "/press",
                "{\"messageId\": %d, \"data\": \"%s\"}".formatted(message, data));
    }

    private String description(HttpResponse<String> answer) {
        return simulator.json(answer).get("description").asString();
    }
}
