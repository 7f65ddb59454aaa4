package io.countersign.voice.note;

import io.countersign.events.seal.ChannelSeal;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The workers' notes in clear. In the store they are sealed: whoever reads it learns no number, and
 * what somebody else wrote there counts as nothing.
 */
public final class Notebook {

    private final NoteStore store;
    private final ChannelSeal seal;
    private final JsonMapper json = new JsonMapper();

    public Notebook(NoteStore store, ChannelSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    /** What becomes of a page, as a pure function of what it says and of the store's clock. */
    @FunctionalInterface
    public interface Step<T, R> {
        Turned<T, R> from(Optional<T> current, Instant now);
    }

    /**
     * A step decided on.
     *
     * @param next null to leave the page as it is
     * @param result for whoever asked
     */
    public record Turned<T, R>(@Nullable T next, R result) {

        /** Only asks. */
        public static <T, R> Turned<T, R> unchanged(R result) {
            return new Turned<>(null, result);
        }
    }

    /**
     * Replaces what the page says; may call the step more than once.
     *
     * @throws io.countersign.challenge.StoreUnavailable when the store does not answer
     */
    public <T, R> R update(Page<T> page, Step<T, R> step) {
        return store.update(
                page.name(),
                page.kept(),
                (stored, now) -> {
                    Optional<T> current = stored.flatMap(text -> read(page, text));
                    Turned<T, R> turned = step.from(current, now);
                    return new NoteStore.Changed<>(
                            rewritten(page, current, turned.next()), turned.result());
                });
    }

    /** Null where nothing is to be written. */
    private <T> @Nullable String rewritten(Page<T> page, Optional<T> current, @Nullable T next) {
        if (next == null || current.filter(next::equals).isPresent()) {
            return null;
        }
        return write(page, next);
    }

    private <T> String write(Page<T> page, T content) {
        byte[] note = seal.seal(json.writeValueAsString(content), page.name());
        return Base64.getEncoder().encodeToString(note);
    }

    private <T> Optional<T> read(Page<T> page, String text) {
        try {
            return seal.open(Base64.getDecoder().decode(text), page.name())
                    .map(clear -> json.readValue(clear, page.form()));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
