package io.countersign.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.telegram.Bot;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSimulator
class ChatPagesTest {

    private final Simulator simulator;
    private final Bot bot;
    private final String person = Bot.freshPerson();

    ChatPagesTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
        bot = new Bot(simulator);
    }

    @Test
    void a_chat_shows_both_sides_with_buttons_to_press() {
        long chat = bot.start(person, "abc");
        bot.result(
                "sendMessage",
                ("{\"chat_id\": %d, \"parse_mode\": \"HTML\", \"text\": \"<b>Is it</b> you?\","
                                + " \"reply_markup\": {\"inline_keyboard\":"
                                + " [[{\"text\": \"Yes\", \"callback_data\": \"yes\"}],"
                                + " [{\"text\": \"No\", \"callback_data\": \"no\"}]]}}")
                        .formatted(chat));

        assertThat(page().body())
                .contains("/start abc")
                .contains("<span class=\"bold\">Is it</span>")
                .contains("data-press=\"yes\"", "data-press=\"no\"");
        assertThat(simulator.get("/").body()).contains("/telegram/" + person);
    }

    @Test
    void a_linking_address_leads_to_a_telegram_where_its_token_waits() {
        HttpResponse<String> deepLink = simulator.get("/t.me/countersign_bot?start=abc123");
        String telegram =
                URI.create(deepLink.headers().firstValue("Location").orElseThrow()).getPath();

        assertThat(telegram).isEqualTo("/telegram/anna");
        assertThat(simulator.get(telegram + "?start=abc123").body()).contains("value=\"abc123\"");
        assertThat(simulator.get("/t.me/another_bot?start=abc123").statusCode()).isEqualTo(400);
    }

    @Test
    void a_message_cannot_bring_markup_into_the_page() {
        long chat = bot.start(person, "abc");
        bot.result(
                "sendMessage",
                "{\"chat_id\": %d, \"text\": \"<script>alert(1)</script>\"}".formatted(chat));

        assertThat(page().body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_link_of_another_scheme_is_not_one() {
        long chat = bot.start(person, "abc");
        bot.result(
                "sendMessage",
                ("{\"chat_id\": %d, \"parse_mode\": \"HTML\","
                                + " \"text\": \"<a href='javascript:alert(1)'>here</a>\"}")
                        .formatted(chat));

        assertThat(page().body()).contains(">here<").doesNotContain("javascript:");
    }

    @Test
    void an_unheard_of_person_has_an_empty_chat() {
        assertThat(page().body()).contains("No messages yet").doesNotContain("<article");
    }

    @Test
    void what_is_no_name_is_told_on_the_page() {
        HttpResponse<String> answer = simulator.get("/telegram/1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not a name");
    }

    @Test
    @Tag("SECURITY-27")
    void pages_run_no_inline_script_and_need_none() {
        assertThat(page().body())
                .doesNotContain(" style=", " onclick=", "<style")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    private HttpResponse<String> page() {
        return simulator.get("/telegram/" + person);
    }
}
