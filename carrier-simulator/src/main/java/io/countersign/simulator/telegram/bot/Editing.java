package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.ChatMessage.Body;
import io.countersign.simulator.telegram.SimulatedBotSettings;
import io.countersign.simulator.telegram.wire.InlineKeyboard;
import io.countersign.simulator.telegram.wire.User;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes messages that the bot has written. */
@Component
class Editing {

    private final User bot;
    private final Clock clock;

    Editing(SimulatedBotSettings settings, Clock clock) {
        this.bot = settings.bot();
        this.clock = clock;
    }

    /** The message that the arguments name, if it is the bot's. */
    static Optional<ChatMessage> target(Chat chat, Arguments arguments) {
        return chat.message(arguments.number("message_id", 0)).filter(ChatMessage::fromBot);
    }

    static BotApiReply notFound() {
        return BotApiReply.badRequest("message to edit not found");
    }

    BotApiReply edit(Chat chat, ChatMessage message, Body body, InlineKeyboard keyboard) {
        if (body.equals(message.body()) && keyboard.equals(message.keyboard())) {
            return BotApiReply.badRequest(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        return chat.change(message.id(), current -> current.edited(body, keyboard, clock.instant()))
                .map(edited -> BotApiReply.done(edited.toWire(bot, chat.person().chat())))
                .orElseGet(Editing::notFound);
    }
}
