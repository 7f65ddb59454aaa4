package io.countersign.gateway.web.notice;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has just happened; it may wait in the session for the next page.
 *
 * @param text the key of what is said
 * @param tone how it is meant
 * @param again when what was refused is possible again; null where that is not the point
 */
public record Notice(String text, Tone tone, @Nullable Instant again) implements Serializable {

    public Notice(String text, Tone tone) {
        this(text, tone, null);
    }
}
