package io.countersign.simulator.telegram.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
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
public record BotMessage(
        long messageId,
        User from,
        PrivateChat chat,
        long date,
        @Nullable Long editDate,
        String text,
        @Nullable List<MessageEntity> entities,
        @Nullable InlineKeyboard replyMarkup) {

    @Override
    public String toString() {
        return "BotMessage[" + messageId + "]";
    }
}
