package io.countersign.telegram.prompt;

import io.countersign.telegram.text.Phrase;
import java.time.Instant;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/**
 * A question as it appears in a chat.
 *
 * @param question what is asked
 * @param message its number within the chat
 * @param deadline nothing pressed at or after it counts
 * @param shown what its last line says
 */
public record Prompt(Question question, int message, Instant deadline, Phrase shown) {

    /** The same with another last line. */
    public Prompt showing(Phrase line) {
        return new Prompt(question, message, deadline, line);
    }

    /** Removes the buttons and changes the last line. */
    public EditMessageText edited(Phrase line, Object... arguments) {
        return question.edited(message, line, arguments);
    }
}
