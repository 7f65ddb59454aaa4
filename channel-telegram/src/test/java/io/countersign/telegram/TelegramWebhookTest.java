package io.countersign.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.events.DeliveryRequested;
import io.countersign.events.Progress;
import io.countersign.events.Statement.Decision;
import io.countersign.telegram.bot.TelegramStandIn;
import io.countersign.telegram.bot.TelegramStandIn.Seen;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole worker, called by Telegram. */
@Tag("SECURITY-18")
class TelegramWebhookTest extends WorkerBesideTelegram {

    private static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef";
    private static final String PATH = "/telegram/updates";
    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    TelegramWebhookTest() {
        super(8_000_000_000L);
    }

    @Override
    String[] settings() {
        return new String[] {
            "countersign.telegram.bot-token=" + TelegramStandIn.TOKEN,
            "countersign.telegram.updates=webhook",
            "countersign.telegram.webhook.base-url=https://bot.example.com",
            "countersign.telegram.webhook.secret-token=" + SECRET
        };
    }

    @Test
    void telegram_is_told_where_to_call_and_by_which_secret() {
        await().until(() -> !telegram.seen("setwebhook").isEmpty());

        assertThat(telegram.seen("setwebhook").getFirst().parameters().toString())
                .contains("https://bot.example.com/telegram/updates", SECRET)
                .contains("callback_query", "my_chat_member");
        assertThat(telegram.seen("getupdates")).isEmpty();
    }

    @Test
    void nobody_but_telegram_is_listened_to() {
        DeliveryRequested request = ask();
        String press = press(1);

        assertThat(worker.postJson(PATH, press).statusCode()).isEqualTo(403);
        assertThat(post(press, "")).isEqualTo(403);
        assertThat(post(press, SECRET.substring(1))).isEqualTo(403);
        assertThat(post(press, SECRET + "0")).isEqualTo(403);
        assertThat(post(press, TelegramStandIn.TOKEN)).isEqualTo(403);
        assertThat(worker.get(PATH).statusCode()).isEqualTo(405);

        assertThat(around.statement(challenge(request), Decision.NAME)).isEmpty();
    }

    @Test
    void replays_are_harmless() {
        DeliveryRequested request = ask();
        String first = press(1);
        String second = press(2);

        assertThat(post(first, SECRET)).isEqualTo(204);
        assertThat(post(first, SECRET)).isEqualTo(204);
        assertThat(post(second, SECRET)).isEqualTo(204);
        assertThat(post(first, SECRET)).isEqualTo(204);

        assertThat(around.awaitStatement(challenge(request), Decision.NAME))
                .isEqualTo(new Decision(request.delivery(1), 17));
    }

    @Test
    void what_is_not_an_update_is_refused() {
        assertThat(post("{", SECRET)).isEqualTo(400);
        assertThat(post("[]", SECRET)).isEqualTo(400);
        assertThat(post("null", SECRET)).isEqualTo(400);
        assertThat(post("{}", SECRET)).isEqualTo(400);
        assertThat(post("{\"update_id\":1,\"x\":\"" + "a".repeat(1_000_000) + "\"}", SECRET))
                .isEqualTo(400);
        assertThat(post("{\"update_id\":1,\"something_new\":{}}", SECRET)).isEqualTo(204);
    }

    @Test
    void a_press_that_cannot_be_judged_yet_is_asked_for_again() {
        telegram.treats("sendmessage", telegram.neverAnswer());
        try {
            long chat = people.incrementAndGet();
            DeliveryRequested request = questions.ask(chat, LIFETIME);
            await().until(() -> worker.progress(request.delivery(1)) == Progress.CLAIMED);
            await().until(() -> lastTo(chat).isPresent());
            Seen sent = lastTo(chat).orElseThrow();

            assertThat(post(press(sent, chat, 1), SECRET)).isEqualTo(503);
        } finally {
            telegram.treatsAsEver("sendmessage");
        }
    }

    private DeliveryRequested ask() {
        DeliveryRequested request = questions.ask(people.incrementAndGet(), LIFETIME);
        await().until(() -> worker.progress(request.delivery(1)) == Progress.SENT);
        return request;
    }

    private String press(int button) {
        long chat = people.get();
        return press(lastTo(chat).orElseThrow(), chat, button);
    }

    private static String press(Seen sent, long chat, int button) {
        return """
               {"update_id":%d,"callback_query":{"id":"5","chat_instance":"1","data":"%s",
               "from":{"id":%d,"is_bot":false,"first_name":"A"},
               "message":{"message_id":%d,"date":1700000000,"text":"x",
               "chat":{"id":%d,"type":"private"}}}}"""
                .formatted(sent.number(), sent.buttons().get(button), chat, sent.number(), chat);
    }

    private Optional<Seen> lastTo(long chat) {
        return inChat("sendmessage", chat).stream().reduce((_, later) -> later);
    }

    private int post(String update, String secret) {
        return worker.postJson(PATH, update, HEADER, secret).statusCode();
    }
}
