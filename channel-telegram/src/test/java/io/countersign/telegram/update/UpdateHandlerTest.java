package io.countersign.telegram.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.Statement.Reach;
import io.countersign.telegram.Bench;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.bot.SendingTurns;
import io.countersign.telegram.bot.TelegramStandIn;
import io.countersign.telegram.bot.UpdateReader;
import io.countersign.telegram.link.LinkHandler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who can be written to again, because of what they do. */
class UpdateHandlerTest {

    private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime() / 1_000);
    private static final long DATE = 1_700_000_000;

    private final Bench bench = new Bench();
    private final TelegramStandIn telegram = new TelegramStandIn();
    private final Bot bot = new Bot(telegram.settings());
    private final SendingTurns turns = new SendingTurns(new Pace(bench::connection, 1_000));
    private final UpdateHandler handler =
            new UpdateHandler(
                    bench.pressHandler(),
                    new LinkHandler(
                            bench.notes(), bench.seal(), bench.notes(), bench.statementPublisher()),
                    bench.reachability(),
                    bot,
                    turns);
    private final long anna = PEOPLE.incrementAndGet();

    @AfterEach
    void close() {
        bot.close();
        turns.close();
        telegram.close();
        bench.close();
    }

    @Test
    void whoever_unblocks_the_bot_can_be_reached_again_and_hears_so() {
        assertThat(becomes("member", "private", anna)).isEqualTo(Handled.DONE);

        assertThat(bench.reaches()).containsExactly(reachable());
        assertThat(telegram.seen("sendmessage"))
                .anyMatch(said -> said.text().startsWith("I can write to you again."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\":\"/start\"", "\"text\":\"hello\"", "\"photo\":[]"})
    void whoever_writes_to_the_bot_can_be_reached_again(String content) {
        assertThat(writes("private", anna, content)).isEqualTo(Handled.DONE);

        assertThat(bench.reaches()).containsExactly(reachable());
    }

    @Test
    void neither_blocking_the_bot_nor_a_group_lets_anybody_be_reached() {
        becomes("kicked", "private", anna);
        becomes("member", "group", -5);
        writes("group", -5, "\"text\":\"hello\"");

        assertThat(bench.reaches()).isEmpty();
    }

    @Test
    void of_somebody_who_writes_and_writes_the_gateway_is_told_once() {
        for (int i = 0; i < 100; i++) {
            writes("private", anna, "\"photo\":[]");
        }

        assertThat(bench.reaches()).hasSize(1);
    }

    @Test
    void whoever_has_just_written_and_then_unblocks_the_bot_is_told_of() {
        writes("private", anna, "\"photo\":[]");

        becomes("member", "private", anna);

        assertThat(bench.reaches()).hasSize(2);
    }

    @Test
    void an_unblocking_that_the_gateway_cannot_be_told_of_comes_again() {
        bench.broker().goDown();
        assertThat(becomes("member", "private", anna)).isEqualTo(Handled.AGAIN);

        bench.broker().comeUp();

        assertThat(becomes("member", "private", anna)).isEqualTo(Handled.DONE);
        assertThat(bench.reaches()).containsExactly(reachable());
    }

    @Test
    void a_message_that_the_gateway_cannot_be_told_of_leaves_it_to_the_next() {
        bench.broker().goDown();
        assertThat(writes("private", anna, "\"photo\":[]")).isEqualTo(Handled.DONE);

        bench.broker().comeUp();
        writes("private", anna, "\"photo\":[]");

        assertThat(bench.reaches()).containsExactly(reachable());
    }

    @Test
    void telegram_is_asked_for_all_that_is_understood() {
        assertThat(UpdateHandler.KINDS)
                .containsExactlyInAnyOrder("message", "callback_query", "my_chat_member");
    }

    private Reach reachable() {
        return new Reach(anna, true, Instant.ofEpochSecond(DATE));
    }

    private Handled writes(String chatType, long chat, String content) {
        return handle(
                "\"message\":{\"message_id\":7,%s,%s}".formatted(where(chatType, chat), content));
    }

    private Handled becomes(String status, String chatType, long chat) {
        String bot = "{\"id\":1,\"is_bot\":true,\"first_name\":\"B\"}";
        return handle(
                """
                "my_chat_member":{%s,"old_chat_member":{"user":%s,"status":"left"},
                "new_chat_member":{"user":%s,"status":"%s","until_date":0}}"""
                        .formatted(where(chatType, chat), bot, bot, status));
    }

    private String where(String chatType, long chat) {
        return """
               "date":%d,"from":{"id":%d,"is_bot":false,"first_name":"A"},
               "chat":{"id":%d,"type":"%s"}"""
                .formatted(DATE, anna, chat, chatType);
    }

    private Handled handle(String content) {
        String json = "{\"update_id\":5,%s}".formatted(content);
        return handler.handle(
                UpdateReader.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}
