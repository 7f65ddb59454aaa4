package io.countersign.simulator.telegram;

import io.countersign.simulator.telegram.Chat.Standing;
import io.countersign.simulator.telegram.ChatMessage.Answer;
import io.countersign.simulator.telegram.ChatMessage.Body;
import io.countersign.simulator.telegram.ChatMessage.Press;
import io.countersign.simulator.telegram.wire.CallbackQuery;
import io.countersign.simulator.telegram.wire.ChatMemberUpdated;
import io.countersign.simulator.telegram.wire.InlineKeyboard;
import io.countersign.simulator.telegram.wire.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** What people do in Telegram; the bot learns it from updates. */
@Component
public class People {

    private final Map<String, Pressed> unanswered = new ConcurrentHashMap<>();
    private final Chats chats;
    private final Updates updates;
    private final User bot;
    private final Clock clock;
    private final RandomGenerator random;

    private record Pressed(Chat chat, long message) {}

    People(
            Chats chats,
            Updates updates,
            SimulatedBotSettings settings,
            Clock clock,
            RandomGenerator random) {
        this.chats = chats;
        this.updates = updates;
        this.bot = settings.bot();
        this.clock = clock;
        this.random = random;
    }

    /** Presses the start button, which unblocks the bot; an empty token comes with none. */
    ChatMessage start(TelegramPerson person, String token) {
        block(person, false);
        return say(person, token.isEmpty() ? "/start" : "/start " + token);
    }

    ChatMessage say(TelegramPerson person, String text) {
        Chat chat = chats.of(person);
        ChatMessage message =
                new ChatMessage(
                        chats.nextMessageId(),
                        false,
                        Body.plain(text),
                        InlineKeyboard.NONE,
                        clock.instant(),
                        null,
                        null);
        chat.stand(new Standing(true, chat.standing().blocked()));
        chat.add(message);
        updates.add("message", message.toWire(person.user(), person.chat()));
        return message;
    }

    /** Empty if there is no such message, or no such button under it. */
    Optional<Press> press(TelegramPerson person, long messageId, String data) {
        Chat chat = chats.of(person);
        Press press = new Press(Long.toString(random.nextLong(1, Long.MAX_VALUE)), data, null);
        Optional<ChatMessage> message =
                chat.message(messageId)
                        .filter(found -> found.keyboard().offers(data))
                        .flatMap(_ -> chat.change(messageId, found -> found.pressed(press)));
        message.ifPresent(
                found -> {
                    unanswered.put(press.query(), new Pressed(chat, messageId));
                    updates.add("callback_query", query(person, press, found));
                });
        return message.map(_ -> press);
    }

    /** Returns whether there was such a press, not answered yet. */
    public boolean answer(String query, Answer answer) {
        Pressed pressed = unanswered.remove(query);
        if (pressed == null) {
            return false;
        }
        pressed.chat()
                .change(
                        pressed.message(),
                        message -> {
                            Press press = message.press();
                            return press != null && press.query().equals(query)
                                    ? message.pressed(new Press(query, press.data(), answer))
                                    : message;
                        });
        return true;
    }

    void block(TelegramPerson person, boolean blocked) {
        Chat chat = chats.of(person);
        Standing before = chat.standing();
        if (before.blocked() == blocked) {
            return;
        }
        chat.stand(new Standing(before.started(), blocked));
        Instant now = clock.instant();
        updates.add(
                "my_chat_member",
                ChatMemberUpdated.of(
                        person.chat(), person.user(), bot, now.getEpochSecond(), blocked));
    }

    private CallbackQuery query(TelegramPerson person, Press press, ChatMessage message) {
        return new CallbackQuery(
                press.query(),
                person.user(),
                message.toWire(bot, person.chat()),
                Long.toString(person.id() ^ bot.id()),
                press.data());
    }
}
