package io.countersign.simulator.telegram.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Rows of buttons under a message. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record InlineKeyboard(List<List<Button>> inlineKeyboard) {

    public static final InlineKeyboard NONE = new InlineKeyboard(List.of());

    /**
     * One button, which has either data to send back to the bot or an address to open.
     *
     * @param callbackData at most 64 bytes
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Button(String text, @Nullable String callbackData, @Nullable String url) {

        @Override
        public String toString() {
            return "Button[]";
        }
    }

    public boolean offers(String data) {
        return inlineKeyboard.stream()
                .flatMap(List::stream)
                .anyMatch(button -> data.equals(button.callbackData()));
    }

    public boolean empty() {
        return inlineKeyboard.stream().allMatch(List::isEmpty);
    }
}
