package io.countersign.simulator.telegram.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.telegram.wire.InlineKeyboard;
import io.countersign.simulator.telegram.wire.InlineKeyboard.Button;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads inline keyboards, and finds the same faults with them as Telegram. */
final class Keyboards {

    private static final int LONGEST_DATA = 64;

    private Keyboards() {}

    /** The first thing wrong with a keyboard, if any; none at all is well. */
    static Optional<BotApiReply> fault(@Nullable JsonNode markup) {
        if (markup == null || markup.isNull()) {
            return Optional.empty();
        }
        if (!markup.isObject()) {
            return Optional.of(BotApiReply.badRequest("object expected as reply markup"));
        }
        return rows(markup)
                .flatMap(List::stream)
                .map(Keyboards::faultOfButton)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Only for a keyboard without fault. */
    static InlineKeyboard read(@Nullable JsonNode markup) {
        return markup == null
                ? InlineKeyboard.NONE
                : new InlineKeyboard(
                        rows(markup)
                                .map(row -> row.stream().map(Keyboards::button).toList())
                                .toList());
    }

    private static Stream<List<JsonNode>> rows(JsonNode markup) {
        return markup.path("inline_keyboard").valueStream().map(row -> row.valueStream().toList());
    }

    private static Optional<BotApiReply> faultOfButton(JsonNode json) {
        Button button = button(json);
        if (button.text().isEmpty()) {
            return Optional.of(
                    BotApiReply.badRequest(
                            "can't parse inline keyboard button: Button text must be non-empty"));
        }
        String data = button.callbackData();
        if (data == null) {
            return button.url() == null
                    ? Optional.of(
                            BotApiReply.badRequest(
                                    "can't parse inline keyboard button: Text buttons are"
                                            + " unallowed in the inline keyboard"))
                    : Optional.empty();
        }
        int length = data.getBytes(UTF_8).length;
        return length == 0 || length > LONGEST_DATA
                ? Optional.of(BotApiReply.badRequest("BUTTON_DATA_INVALID"))
                : Optional.empty();
    }

    private static Button button(JsonNode json) {
        return new Button(
                json.path("text").asString(""),
                json.path("callback_data").asString(null),
                json.path("url").asString(null));
    }
}
