package io.countersign.gateway.web.banner;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has just happened; it may wait in the session for the next page.
 *
 * @param text the key of what is said
 * @param tone how it is meant
 * @param again when what was refused is possible again; null where that does not apply
 * @param number the number that the text tells; null where it tells none
 */
public record Banner(String text, Tone tone, @Nullable Instant again, @Nullable Long number)
        implements Serializable {

    public Banner(String text, Tone tone) {
        this(text, tone, null, null);
    }

    public Banner(String text, Tone tone, Instant again) {
        this(text, tone, again, null);
    }

    public Banner(String text, Tone tone, long number) {
        this(text, tone, null, number);
    }
}
