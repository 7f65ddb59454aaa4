package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.wire.InlineKeyboard;
import org.springframework.stereotype.Component;

/** Changes the keyboard of a message; without one given, it goes. */
@Component
final class EditMessageReplyMarkup extends EditMessage {

    private final Editing editing;

    EditMessageReplyMarkup(ChatHandler handler, Editing editing) {
        super(handler);
        this.editing = editing;
    }

    @Override
    public String name() {
        return "editMessageReplyMarkup";
    }

    @Override
    BotApiReply edit(Chat chat, ChatMessage message, InlineKeyboard keyboard, Arguments arguments) {
        return editing.edit(chat, message, message.body(), keyboard);
    }
}
