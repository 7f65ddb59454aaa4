package io.countersign.telegram.bot;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of asking the Bot API for something.
 *
 * <p>A {@code detail} is for logs and health pages: the kind of failure, never an address, which
 * would hold the token.
 */
public sealed interface BotAnswer<T> {

    /**
     * It did it.
     *
     * @param result null where there is none
     */
    record Done<T>(@Nullable T result) implements BotAnswer<T> {}

    /**
     * It refuses.
     *
     * @param code in the form of an HTTP status
     * @param description its reason in English; not to be logged
     * @param retryAfter how long it wants not to be asked again; null where it did not say
     */
    record Rejected<T>(int code, String description, @Nullable Duration retryAfter)
            implements BotAnswer<T> {

        /** Whether the description contains this, in upper or lower case. */
        public boolean says(String words) {
            return description.toLowerCase(Locale.ROOT).contains(words);
        }
    }

    /** It was certainly not asked. */
    record NotAsked<T>(String detail) implements BotAnswer<T> {}

    /** It may have been asked, but did not answer in time or in a form that can be understood. */
    record NotAnswered<T>(String detail) implements BotAnswer<T> {}
}
