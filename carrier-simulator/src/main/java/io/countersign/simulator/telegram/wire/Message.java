package io.countersign.simulator.telegram.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.simulator.telegram.ChatMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A message of a private chat.
 *
 * @param date in seconds since 1970
 * @param editDate null if it was never edited
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        long messageId,
        User from,
        PrivateChat chat,
        long date,
        @Nullable Long editDate,
        String text,
        @Nullable List<MessageEntity> entities,
        @Nullable InlineKeyboard replyMarkup) {

    public static Message of(ChatMessage message, User from, PrivateChat chat) {
        Instant edited = message.editedAt();
        List<MessageEntity> entities = message.body().entities();
        return new Message(
                message.id(),
                from,
                chat,
                message.sentAt().getEpochSecond(),
                edited == null ? null : edited.getEpochSecond(),
                message.body().text(),
                entities.isEmpty() ? null : entities,
                message.keyboard().empty() ? null : message.keyboard());
    }

    @Override
    public String toString() {
        return "Message[" + messageId + "]";
    }
}
