package io.countersign.telegram.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** A message of plain text. It reads only the message's number from the answer. */
public final class TextMessage extends SendMessage {

    /** Telegram does not fetch addresses in the text. */
    public static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private static final ObjectMapper JSON = new ObjectMapper();

    public TextMessage(long chat, String text) {
        super(Long.toString(chat), text);
        setLinkPreviewOptions(NO_PREVIEW);
    }

    /** The same with buttons under it. */
    public TextMessage(long chat, String text, InlineKeyboardMarkup buttons) {
        this(chat, text);
        setReplyMarkup(buttons);
    }

    @Override
    public @Nullable Message deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode number = numberIn(answer);
        if (!number.isInt()) {
            return super.deserializeResponse(answer);
        }
        Message sent = new Message();
        sent.setMessageId(number.intValue());
        return sent;
    }

    private static JsonNode numberIn(String answer) throws TelegramApiRequestException {
        try {
            return JSON.readTree(answer).path("result").path("message_id");
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("not JSON");
        }
    }
}
