package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.ChatMessage.Body;
import java.util.Locale;

/** Reads the text of a message, and finds the same faults with it as Telegram. */
final class Texts {

    private static final int LONGEST = 4096;

    private Texts() {}

    /** A text, or what is wrong with it. */
    sealed interface Reading {

        record Read(Body body) implements Reading {}

        record Faulty(BotApiReply reply) implements Reading {}
    }

    static Reading read(Arguments arguments) {
        String text = arguments.text("text").orElse("");
        String mode = arguments.text("parse_mode").orElse("").toLowerCase(Locale.ROOT);
        return switch (mode) {
            case "" -> checked(Body.plain(text.strip()));
            case "html" ->
                    switch (HtmlText.parse(text.strip())) {
                        case HtmlText.Parsed(Body body) -> checked(body);
                        case HtmlText.Unparsable(String reason) ->
                                faulty("can't parse entities: " + reason);
                    };
            default -> faulty("unsupported parse_mode");
        };
    }

    private static Reading checked(Body body) {
        if (body.text().isBlank()) {
            return faulty("message text is empty");
        }
        return body.text().length() > LONGEST
                ? faulty("message is too long")
                : new Reading.Read(body);
    }

    private static Reading faulty(String reason) {
        return new Reading.Faulty(BotApiReply.badRequest(reason));
    }
}
