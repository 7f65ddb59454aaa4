package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.wire.InlineKeyboard;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A method that changes a message of the bot's; its keyboard goes unless it is given again. */
abstract class EditMessage implements BotApiMethod {

    private final ChatHandler handler;

    EditMessage(ChatHandler handler) {
        this.handler = handler;
    }

    /**
     * Changes the message.
     *
     * @param keyboard the one that it has from now on
     */
    abstract BotApiReply edit(
            Chat chat, ChatMessage message, InlineKeyboard keyboard, Arguments arguments);

    @Override
    public final BotApiReply call(Arguments arguments) throws InterruptedException {
        return handler.handle(name(), arguments, chat -> edit(chat, arguments));
    }

    private BotApiReply edit(Chat chat, Arguments arguments) {
        Optional<ChatMessage> message = Editing.target(chat, arguments);
        JsonNode markup = arguments.structure("reply_markup");
        Optional<BotApiReply> faulty = Keyboards.fault(markup);
        if (message.isEmpty() || faulty.isPresent()) {
            return faulty.orElseGet(Editing::notFound);
        }
        return edit(chat, message.get(), Keyboards.read(markup), arguments);
    }
}
