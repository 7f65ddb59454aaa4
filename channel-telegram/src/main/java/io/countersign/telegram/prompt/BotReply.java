package io.countersign.telegram.prompt;

import io.countersign.telegram.text.Phrase;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What to do about something that a person did. */
public sealed interface BotReply {

    /**
     * Answer them.
     *
     * @param locale the language of the question that was answered; null where there is none
     */
    record Say(Phrase phrase, List<Object> arguments, @Nullable Locale locale) implements BotReply {

        public Say(Phrase phrase) {
            this(phrase, List.of(), null);
        }
    }

    /** Bring it again in a moment: somebody who must hear of it could not be told. */
    record Again() implements BotReply {}
}
