package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.bot.Texts.Reading;
import io.countersign.simulator.telegram.wire.InlineKeyboard;
import org.springframework.stereotype.Component;

/** Changes the text of a message; its keyboard goes unless it is given again. */
@Component
final class EditMessageText extends EditMessage {

    private final Editing editing;

    EditMessageText(ChatHandler handler, Editing editing) {
        super(handler);
        this.editing = editing;
    }

    @Override
    public String name() {
        return "editMessageText";
    }

    @Override
    BotApiReply edit(Chat chat, ChatMessage message, InlineKeyboard keyboard, Arguments arguments) {
        return switch (Texts.read(arguments)) {
            case Reading.Faulty(BotApiReply reply) -> reply;
            case Reading.Read(ChatMessage.Body body) -> editing.edit(chat, message, body, keyboard);
        };
    }
}
