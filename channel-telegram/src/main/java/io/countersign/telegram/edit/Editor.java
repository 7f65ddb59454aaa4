package io.countersign.telegram.edit;

import io.countersign.channel.followup.FollowUps;
import io.countersign.events.id.DeliveryId;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.BotAnswer;
import io.countersign.telegram.bot.BotAnswer.Rejected;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.bot.Pace.Place;
import io.countersign.telegram.prompt.Prompt;
import io.countersign.telegram.prompt.Prompts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings a question's message up to date with what has become of it, as often as it takes.
 *
 * <p>One editor at a time works on a message, so that an older line never replaces a newer one.
 */
final class Editor {

    /** What a follow-up carries: nothing, since the question itself is kept elsewhere. */
    static final byte[] NOTHING = {};

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Prompts prompts;
    private final LastLines lines;
    private final FollowUps due;
    private final EditLock lock;
    private final Pace pace;
    private final Bot bot;

    Editor(Prompts prompts, LastLines lines, FollowUps due, EditLock lock, Pace pace, Bot bot) {
        this.prompts = prompts;
        this.lines = lines;
        this.due = due;
        this.lock = lock;
        this.pace = pace;
        this.bot = bot;
    }

    /**
     * Looks at the question and edits its message if there is something new to say.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer; it is
     *     looked at again
     */
    void look(DeliveryId delivery) {
        if (!lock.take(delivery)) {
            due.schedule(delivery, NOTHING, LATER);
            return;
        }
        try {
            while (update(delivery)) {
                // Something may have happened during the edit.
            }
        } finally {
            lock.giveBack(delivery);
        }
    }

    /** Whether there was something new to say, and more may have come since. */
    private boolean update(DeliveryId delivery) {
        Optional<Prompt> prompt = prompts.find(delivery);
        if (prompt.isEmpty()) {
            due.done(delivery);
            return false;
        }
        return update(prompt.get());
    }

    private boolean update(Prompt prompt) {
        LastLine line = lines.of(prompt);
        boolean isNew = line.phrase() != prompt.shown();
        if (isNew && !edit(prompt, line)) {
            return false;
        }
        if (line.last()) {
            due.done(prompt.question().delivery());
        }
        return isNew && !line.last();
    }

    /** False where it has to be tried again later. */
    private boolean edit(Prompt prompt, LastLine line) {
        DeliveryId delivery = prompt.question().delivery();
        Place place = pace.reserve(prompt.question().chat(), Duration.ZERO);
        if (!place.taken()) {
            due.schedule(delivery, NOTHING, place.after());
            return false;
        }
        BotAnswer<?> answer =
                bot.ask(prompt.edited(line.phrase(), line.arguments().toArray()), TIMEOUT);
        Optional<Duration> rest = restAfter(answer);
        if (rest.isPresent()) {
            due.schedule(delivery, NOTHING, rest.get());
            return false;
        }
        prompts.keep(prompt.showing(line.phrase()));
        return true;
    }

    /** Empty when it is done, or when trying again would never help. */
    private static Optional<Duration> restAfter(BotAnswer<?> answer) {
        return switch (answer) {
            case BotAnswer.Done<?> _ -> Optional.empty();
            case Rejected<?> rejected when rejected.code() == 400 || rejected.code() == 403 ->
                    Optional.empty();
            case Rejected<?> rejected ->
                    Optional.of(Objects.requireNonNullElse(rejected.retryAfter(), LATER));
            case BotAnswer.NotAsked<?> _, BotAnswer.NotAnswered<?> _ -> Optional.of(LATER);
        };
    }
}
