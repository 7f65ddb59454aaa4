package io.countersign.telegram.update;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.SendingTurns;
import io.countersign.telegram.bot.TextMessage;
import io.countersign.telegram.link.LinkHandler;
import io.countersign.telegram.prompt.BotReply;
import io.countersign.telegram.prompt.BotReply.Again;
import io.countersign.telegram.prompt.BotReply.Say;
import io.countersign.telegram.prompt.PressHandler;
import io.countersign.telegram.reach.Reachability;
import io.countersign.telegram.text.Phrase;
import io.countersign.telegram.text.Phrases;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Does what an update asks for and answers the person. Doing it again is harmless, and an answer
 * that does not get through is not repeated.
 */
public final class UpdateHandler {

    /** The kinds of update that Telegram is asked for; the others are of no use here. */
    static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member");

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** A confirmation that the person expects; any other has to be read and dismissed. */
    private static final Set<Phrase> IN_PASSING =
            EnumSet.of(Phrase.PRESS_NUMBER, Phrase.PRESS_REFUSAL);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String START = "/start ";

    private final PressHandler presses;
    private final LinkHandler links;
    private final Reachability reachability;
    private final Bot bot;
    private final SendingTurns turns;

    public UpdateHandler(
            PressHandler presses,
            LinkHandler links,
            Reachability reachability,
            Bot bot,
            SendingTurns turns) {
        this.presses = presses;
        this.links = links;
        this.reachability = reachability;
        this.bot = bot;
        this.turns = turns;
    }

    /** An update that cannot be handled counts as handled, or no other would be handled. */
    Handled handle(Update update) {
        try {
            if (update.getCallbackQuery() != null) {
                return pressed(update.getCallbackQuery());
            }
            return update.getMyChatMember() != null
                    ? unblocked(update.getMyChatMember())
                    : wrote(update.getMessage());
        } catch (StoreUnavailable e) {
            return Handled.AGAIN;
        } catch (RuntimeException bug) {
            LOG.error("update={} failed: {}", update.getUpdateId(), bug.getClass().getName());
            return Handled.DONE;
        }
    }

    private Handled pressed(CallbackQuery query) {
        BotReply reply =
                Incoming.press(query)
                        .map(presses::take)
                        .orElseGet(() -> new Say(Phrase.PRESS_UNKNOWN));
        return switch (reply) {
            case Again _ -> Handled.AGAIN;
            case Say say -> {
                Locale locale =
                        Objects.requireNonNullElseGet(say.locale(), () -> locale(query.getFrom()));
                var _ =
                        bot.ask(
                                AnswerCallbackQuery.builder()
                                        .callbackQueryId(query.getId())
                                        .text(words(say, locale))
                                        .showAlert(!IN_PASSING.contains(say.phrase()))
                                        .build(),
                                TIMEOUT);
                yield Handled.DONE;
            }
        };
    }

    private Handled wrote(@Nullable Message message) {
        if (message == null || message.getFrom() == null) {
            return Handled.DONE;
        }
        if (Incoming.isOwn(message.getChat(), message.getFrom())) {
            reachability.wrote(message.getChatId(), Incoming.time(message.getDate()));
        }
        return message.getText() == null ? Handled.DONE : answered(message);
    }

    /**
     * The only one of the bot's status changes that matters: a person lets it write to them again.
     */
    private Handled unblocked(ChatMemberUpdated change) {
        if (!Incoming.isOwn(change.getChat(), change.getFrom()) || !Incoming.isMember(change)) {
            return Handled.DONE;
        }
        long chat = change.getChat().getId();
        if (!reachability.unblocked(chat, Incoming.time(change.getDate()))) {
            return Handled.AGAIN;
        }
        answer(chat, Phrases.say(Phrase.UNBLOCKED, locale(change.getFrom())));
        return Handled.DONE;
    }

    private Handled answered(Message message) {
        Optional<BotReply> reply = reply(message);
        if (reply.isEmpty()) {
            return Handled.DONE;
        }
        return switch (reply.get()) {
            case Again _ -> Handled.AGAIN;
            case Say say -> {
                answer(message.getChatId(), words(say, locale(message.getFrom())));
                yield Handled.DONE;
            }
        };
    }

    /** Empty if the message was not meant for the bot: people in a group talk to each other. */
    private Optional<BotReply> reply(Message message) {
        String text = message.getText().strip();
        if (text.startsWith(START)) {
            String ticket = text.substring(START.length()).strip();
            return Optional.of(links.take(ticket, Incoming.person(message)));
        }
        return Incoming.isPrivate(message.getChat())
                ? Optional.of(new Say(Phrase.ABOUT))
                : Optional.empty();
    }

    /** A person who writes faster than the bot may answer does not get an answer each time. */
    private void answer(long chat, String words) {
        if (turns.takeNext(chat, PATIENCE)) {
            var _ = bot.ask(new TextMessage(chat, words), TIMEOUT);
        }
    }

    private static String words(Say say, Locale locale) {
        return Phrases.say(say.phrase(), locale, say.arguments().toArray());
    }

    private static Locale locale(@Nullable User user) {
        return user == null || user.getLanguageCode() == null
                ? Locale.ENGLISH
                : Locale.forLanguageTag(user.getLanguageCode());
    }
}
