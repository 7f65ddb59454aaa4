package io.countersign.telegram.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Locked;
import io.countersign.challenge.Method;
import io.countersign.challenge.redis.RedisChanges;
import io.countersign.challenge.store.Changes;
import io.countersign.channel.followup.FollowUpLoop;
import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.events.Statement.Decision;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.telegram.Bench;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.bot.TelegramStandIn;
import io.countersign.telegram.bot.TelegramStandIn.Seen;
import io.countersign.telegram.prompt.Prompt;
import io.countersign.telegram.prompt.Question;
import io.countersign.telegram.text.Phrase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the messages once a question is answered, or is not. */
class EditorTest {

    private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime() / 1_000);

    private final Bench bench = new Bench();
    private final TelegramStandIn telegram = new TelegramStandIn();
    private final Bot bot = new Bot(telegram.settings());
    private final RedisFollowUps due = new RedisFollowUps(bench::connection, "questions");
    private final Changes changes = RedisChanges.of(bench.client());
    private final List<FollowUpLoop> workers = new ArrayList<>();
    private int messages = 1;

    @AfterEach
    void close() {
        workers.forEach(FollowUpLoop::stop);
        bot.close();
        telegram.close();
        bench.close();
    }

    @Test
    void the_other_accounts_messages_say_that_another_one_confirmed() {
        startWorker();
        DeliveryId here = bench.delivery();
        DeliveryId there = new DeliveryId(here.subject(), 2, 0, 1);
        Prompt pressed = opened(here);
        Prompt other = opened(there);

        press(pressed, 17);
        bench.end(here, (terms, now) -> new Approved(terms, Method.TELEGRAM, now));

        awaitLastLine(pressed, "✅ Confirmed: you pressed 17.");
        awaitLastLine(other, "✅ Confirmed from another Telegram account.");
    }

    @Test
    void a_wrong_number_is_named_where_it_was_pressed() {
        startWorker();
        Prompt prompt = opened(bench.delivery());

        press(prompt, 99);
        bench.end(delivery(prompt), Denied::new);

        awaitLastLine(prompt, "⛔ Refused: 99 was not the number on the page.");
    }

    @Test
    void a_question_ends_with_its_challenge() {
        startWorker();
        Prompt prompt = opened(bench.delivery());

        bench.end(delivery(prompt), Locked::new);

        awaitLastLine(prompt, "⛔ Ended after too many wrong answers.");
    }

    @Test
    @Tag("RELIABILITY-4")
    void the_questions_of_a_worker_that_died_are_edited_by_another() {
        Prompt ended = opened(bench.delivery());
        Prompt expiring = opened(bench.delivery(Duration.ofSeconds(2)), Duration.ofSeconds(2));
        bench.end(delivery(ended), Denied::new);

        startWorker();

        awaitLastLine(ended, "⛔ Refused elsewhere.");
        awaitLastLine(expiring, "⌛ Expired.");
    }

    @Test
    void several_workers_say_each_thing_once_and_the_last_one_last() {
        startWorker();
        startWorker();
        startWorker();
        List<Prompt> prompts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Prompt prompt = opened(bench.delivery());
            prompts.add(prompt);
            press(prompt, 17);
            bench.end(delivery(prompt), (terms, now) -> new Approved(terms, Method.TELEGRAM, now));
        }

        for (Prompt prompt : prompts) {
            awaitLastLine(prompt, "✅ Confirmed: you pressed 17.");
            assertThat(edits(prompt)).extracting(Seen::text).doesNotHaveDuplicates();
            assertThat(edits(prompt).getLast().text()).contains("Confirmed");
        }
    }

    @Test
    void a_message_that_cannot_be_edited_any_more_is_left_alone() {
        telegram.treats(
                "editmessagetext",
                TelegramStandIn.reject(400, "Bad Request: message to edit not found"));
        startWorker();
        Prompt prompt = opened(bench.delivery());

        bench.end(delivery(prompt), Denied::new);

        await().until(() -> edits(prompt).size() == 1);
        await().until(() -> due.takeDue(100, Duration.ofMillis(1)).isEmpty());
        assertThat(edits(prompt)).hasSize(1);
    }

    private void startWorker() {
        Editor editor =
                new Editor(
                        bench.prompts(),
                        new LastLines(bench.store(), bench.decisions()),
                        due,
                        new EditLock(bench::connection),
                        new Pace(bench::connection, 1_000),
                        bot);
        FollowUpLoop loop = EditConfiguration.loop(due, editor);
        workers.add(loop);
        loop.start();
    }

    /** A question in a chat, told to a worker that only watches. */
    private Prompt opened(DeliveryId delivery) {
        return opened(delivery, Bench.LIFETIME);
    }

    private Prompt opened(DeliveryId delivery, Duration lifetime) {
        Question question = bench.question(delivery, PEOPLE.incrementAndGet());
        Prompt prompt =
                new Prompt(
                        question,
                        messages++,
                        bench.store().now().plus(lifetime),
                        Phrase.QUESTION_CHOOSE);
        new Watch(bench.prompts(), due, changes, Clock.systemUTC()).opened(prompt);
        return prompt;
    }

    private void press(Prompt prompt, int number) {
        bench.statementPublisher()
                .publish(
                        (ChallengeId) delivery(prompt).subject(),
                        new Decision(delivery(prompt), number));
    }

    private static DeliveryId delivery(Prompt prompt) {
        return prompt.question().delivery();
    }

    private List<Seen> edits(Prompt prompt) {
        String chat = "" + prompt.question().chat();
        return telegram.seen("editmessagetext").stream()
                .filter(edit -> edit.parameters().path("chat_id").asString().equals(chat))
                .toList();
    }

    private void awaitLastLine(Prompt prompt, String line) {
        await().untilAsserted(
                        () ->
                                assertThat(edits(prompt))
                                        .anyMatch(edit -> edit.text().endsWith("\n" + line)));
    }
}
