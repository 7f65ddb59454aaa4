package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.bot.Texts.Reading;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Changes the text of a message; its keyboard goes unless it is given again. */
@Component
final class EditMessageText implements BotApiMethod {

    private final ChatHandler handler;
    private final Editing editing;

    EditMessageText(ChatHandler handler, Editing editing) {
        this.handler = handler;
        this.editing = editing;
    }

    @Override
    public String name() {
        return "editMessageText";
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
        return switch (Texts.read(arguments)) {
            case Reading.Faulty(BotApiReply reply) -> reply;
            case Reading.Read(ChatMessage.Body body) ->
                    editing.edit(chat, message.get(), body, Keyboards.read(markup));
        };
    }
}
