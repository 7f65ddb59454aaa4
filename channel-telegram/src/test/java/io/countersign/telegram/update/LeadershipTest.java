package io.countersign.telegram.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.events.id.DeliveryId;
import io.countersign.telegram.Bench;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.bot.PendingUpdates;
import io.countersign.telegram.bot.SendingTurns;
import io.countersign.telegram.bot.TelegramStandIn;
import io.countersign.telegram.link.LinkHandler;
import io.countersign.telegram.prompt.Prompt;
import io.countersign.telegram.prompt.Question;
import io.countersign.telegram.text.Phrase;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several workers that poll one Telegram. */
class LeadershipTest {

    private static final String LEASE = "countersign:{telegram}:leader";

    private final Bench bench = new Bench();
    private final TelegramStandIn telegram = new TelegramStandIn();
    private final PendingUpdates updates = telegram.updates();
    private final List<Worker> workers = new ArrayList<>();
    private final SendingTurns turns = new SendingTurns(new Pace(bench::connection, 1_000));
    private final Bot answers = new Bot(telegram.settings());
    private long people = System.nanoTime() / 1_000;

    /** As much of a worker as hears from Telegram. */
    private record Worker(Leadership leadership, ReceivingHealth health, Bot bot) {}

    @BeforeEach
    void nobody_leads() {
        bench.connection().sync().del(LEASE);
    }

    @AfterEach
    void close() {
        workers.forEach(this::stop);
        turns.close();
        answers.close();
        telegram.close();
        bench.close();
    }

    @Test
    void of_several_workers_one_polls_and_everything_is_heard_once() {
        List<Worker> three = List.of(start(), start(), start());
        await().until(() -> leaders(three).count() == 1);

        for (int i = 0; i < 20; i++) {
            awaitAcknowledged(writes());
        }

        assertThat(leaders(three)).hasSize(1);
        assertThat(updates.conflicts()).isZero();
        assertThat(updates.given()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void a_worker_that_stops_hands_over_at_once_and_nothing_is_lost() {
        List<Worker> two = List.of(start(), start());
        await().until(() -> leaders(two).count() == 1);
        awaitAcknowledged(writes());
        Worker leader = leaders(two).findFirst().orElseThrow();

        stop(leader);
        int meanwhile = writes();

        awaitAcknowledged(meanwhile);
        assertThat(leaders(two)).hasSize(1).doesNotContain(leader);
    }

    @Test
    @Tag("RELIABILITY-4")
    void a_worker_that_died_leads_no_longer_than_its_lease() {
        bench.connection().sync().set(LEASE, "the dead", SetArgs.Builder.px(2_000));
        Worker worker = start();

        awaitAcknowledged(writes());

        assertThat(worker.leadership().leads()).isTrue();
    }

    @Test
    void a_leader_whose_lease_is_another_workers_stops_in_the_middle_of_a_poll() {
        Worker worker = start();
        await().until(() -> worker.leadership().leads());

        bench.connection().sync().set(LEASE, "another", SetArgs.Builder.px(60_000));

        await().until(() -> !worker.leadership().leads());
        int unheard = writes();
        await().during(Duration.ofSeconds(1)).until(() -> !updates.isAcknowledged(unheard));
        assertThat(bench.connection().sync().get(LEASE)).isEqualTo("another");
    }

    @Test
    void a_leader_that_meets_another_program_steps_back_and_says_so() {
        telegram.treats(
                "getupdates",
                TelegramStandIn.reject(
                        409, "Conflict: terminated by other getUpdates request; make sure"));
        Worker worker = start();
        await().until(() -> worker.health().trouble().contains("another program"));
        await().until(() -> bench.connection().sync().get(LEASE) == null);

        telegram.treatsAsEver("getupdates");

        awaitAcknowledged(writes());
        assertThat(worker.health().trouble()).isEmpty();
    }

    @Test
    @Tag("RELIABILITY-3")
    void what_the_gateway_cannot_hear_of_comes_again_and_holds_up_nothing_else() {
        bench.broker().goDown();
        Worker worker = start();
        Prompt prompt = asked();
        int press = press(prompt, 17);
        long other = people++;
        updates.write(other, other, "private", "/start");
        await().until(() -> written(other) == 1);
        await().until(() -> updates.given().stream().filter(id -> id == press).count() > 2);
        assertThat(updates.isAcknowledged(press)).isFalse();

        bench.broker().comeUp();

        awaitAcknowledged(press);
        assertThat(bench.decisions().standing(prompt.question().challenge())).isPresent();
        assertThat(written(other)).isEqualTo(1);
        assertThat(worker.leadership().leads()).isTrue();
    }

    @Test
    void an_update_that_nobody_understands_holds_up_no_other() {
        start();
        int odd = updates.add("\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":1}}");

        awaitAcknowledged(odd);
        awaitAcknowledged(writes());
    }

    @Test
    @Tag("RELIABILITY-6")
    void a_telegram_that_is_away_is_asked_again() {
        telegram.treats("getupdates", TelegramStandIn.cut());
        Worker worker = start();
        await().until(() -> !worker.health().trouble().isEmpty());

        telegram.treatsAsEver("getupdates");

        awaitAcknowledged(writes());
        assertThat(worker.health().trouble()).isEmpty();
    }

    private Worker start() {
        Bot bot = new Bot(telegram.settings());
        ReceivingHealth health = new ReceivingHealth();
        LinkHandler links =
                new LinkHandler(
                        bench.notes(), bench.seal(), bench.notes(), bench.statementPublisher());
        UpdateHandler handler =
                new UpdateHandler(
                        bench.pressHandler(), links, bench.reachability(), answers, turns);
        Poller poller = new Poller(bot, Duration.ofSeconds(20), handler, health);
        LeaderLease lease = new LeaderLease(bench::connection, "worker " + workers.size());
        Worker worker = new Worker(new Leadership(lease, poller), health, bot);
        workers.add(worker);
        worker.leadership().start();
        return worker;
    }

    private void stop(Worker worker) {
        worker.leadership().stop();
        worker.bot().close();
    }

    private static Stream<Worker> leaders(List<Worker> workers) {
        return workers.stream().filter(worker -> worker.leadership().leads());
    }

    /** A new person writes to the bot. */
    private int writes() {
        long person = people++;
        return updates.write(person, person, "private", "hello");
    }

    private void awaitAcknowledged(int update) {
        await().until(() -> updates.isAcknowledged(update));
    }

    private long written(long chat) {
        return telegram.seen("sendmessage").stream()
                .filter(seen -> seen.parameters().path("chat_id").asString().equals("" + chat))
                .count();
    }

    private int press(Prompt prompt, int number) {
        Question question = prompt.question();
        DeliveryId delivery = question.delivery();
        return updates.press(
                question.chat(),
                question.chat(),
                "private",
                prompt.message(),
                "%s.1.0.1.%s.%d"
                        .formatted(delivery.subject().value(), question.nonce().value(), number));
    }

    private Prompt asked() {
        DeliveryId delivery = bench.delivery();
        Question question = bench.question(delivery, people++);
        Prompt prompt =
                new Prompt(
                        question,
                        7,
                        bench.store().now().plus(Bench.LIFETIME),
                        Phrase.QUESTION_CHOOSE);
        bench.prompts().keep(prompt);
        return prompt;
    }
}
