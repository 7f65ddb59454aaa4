package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Changes the keyboard of a message; without one given, it goes. */
@Component
final class EditMessageReplyMarkup implements BotApiMethod {

    private final ChatHandler handler;
    private final Editing editing;

    EditMessageReplyMarkup(ChatHandler handler, Editing editing) {
        this.handler = handler;
        this.editing = editing;
    }

    @Override
    public String name() {
        return "editMessageReplyMarkup";
    }

    @Override
    public BotApiReply call(Arguments arguments) throws InterruptedException {
        return handler.handle(name(), arguments, chat -> edit(chat, arguments));
    }

    private BotApiReply edit(Chat chat, Arguments arguments) {
        Optional<ChatMessage> message = Editing.target(chat, arguments);
        JsonNode markup = arguments.structure("reply_markup");
        Optional<BotApiReply> faulty = Keyboards.fault(markup);
        if (message.isEmpty() || faulty.isPresent()) {
            return faulty.orElseGet(Editing::notFound);
        }
        return editing.edit(chat, message.get(), message.get().body(), Keyboards.read(markup));
    }
}
