package io.countersign.telegram.prompt;

import io.countersign.telegram.text.Phrase;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How to react to something that a person did. */
public sealed interface BotReply {

    /**
     * Answer the person.
     *
     * @param locale the language of the question that was answered; null where there is none
     */
    record Say(Phrase phrase, List<Object> arguments, @Nullable Locale locale) implements BotReply {

        public Say(Phrase phrase) {
            this(phrase, List.of(), null);
        }
    }

    /** Bring it again in a moment: it could not be passed on yet. */
    record Again() implements BotReply {}
}
