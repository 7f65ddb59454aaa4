package io.countersign.telegram.update;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.BotAnswer;
import io.countersign.telegram.bot.BotAnswer.Done;
import io.countersign.telegram.bot.BotAnswer.NotAnswered;
import io.countersign.telegram.bot.BotAnswer.NotAsked;
import io.countersign.telegram.bot.BotAnswer.Rejected;
import io.countersign.telegram.bot.NextUpdates;
import io.countersign.telegram.bot.UpdateReader;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram what people did. All updates of one answer are handled before the next request,
 * which acknowledges them; Telegram keeps the rest, also for the next leader.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>
 */
final class Poller implements LeaderTask {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Another program polls with the same token, or a webhook is set. */
    private static final int CONFLICT = 409;

    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    private final Bot bot;
    private final Duration longPoll;
    private final UpdateHandler handler;
    private final ReceivingHealth health;

    /**
     * @param bot of its own, because all its requests are cancelled when the term ends
     */
    Poller(Bot bot, Duration longPoll, UpdateHandler handler, ReceivingHealth health) {
        this.bot = bot;
        this.longPoll = longPoll;
        this.handler = handler;
        this.health = health;
    }

    @Override
    public void perform(LeaderTerm term) {
        var _ = bot.ask(new DeleteWebhook(), TIMEOUT);
        Backlog backlog = new Backlog();
        boolean alone = true;
        while (alone && term.goesOn()) {
            long start = System.nanoTime();
            BotAnswer<ArrayNode> answer = poll(backlog);
            if (term.goesOn()) {
                health.heard(answer);
                alone = !(answer instanceof Rejected<?> rejected && rejected.code() == CONFLICT);
                term.rest(rest(answer, backlog, Duration.ofNanos(System.nanoTime() - start)));
            }
        }
    }

    @Override
    public void interrupt() {
        bot.giveUp();
    }

    private BotAnswer<ArrayNode> poll(Backlog backlog) {
        NextUpdates next = new NextUpdates(backlog.offset(), longPoll, UpdateHandler.KINDS);
        return bot.ask(next, longPoll.plus(TIMEOUT));
    }

    /** Handles what there is and tells when to ask again. */
    private Duration rest(BotAnswer<ArrayNode> answer, Backlog backlog, Duration took) {
        return switch (answer) {
            case Done<ArrayNode>(var updates) -> {
                List<Update> told = updates == null ? List.of() : UpdateReader.readAll(updates);
                boolean settled = handle(told, backlog);
                // Not every server holds a poll for as long as it is asked to.
                boolean waited = !told.isEmpty() || took.compareTo(PAUSE) >= 0;
                yield settled && waited ? Duration.ZERO : PAUSE;
            }
            case Rejected<?> rejected ->
                    Objects.requireNonNullElse(rejected.retryAfter(), LONG_PAUSE);
            case NotAsked<?> _, NotAnswered<?> _ -> LONG_PAUSE;
        };
    }

    /** Handles each on a thread of its own; false where something must come again. */
    private boolean handle(List<Update> updates, Backlog backlog) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Update update : backlog.unhandled(updates)) {
                threads.execute(
                        () -> {
                            if (handler.handle(update) == Handled.DONE) {
                                backlog.handled(update);
                            }
                        });
            }
        }
        return backlog.settle(updates);
    }
}
