package io.countersign.channel.sealed;

import io.countersign.events.seal.ChannelSeal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The workers' values in clear. In the store they are sealed, each for its key: a reader of the
 * store learns nothing, and a value that others wrote, changed or moved there counts as missing.
 *
 * <p>Each operation throws {@link io.countersign.challenge.store.StoreUnavailable}, quickly, when
 * the store does not answer.
 */
public final class SealedStore {

    private final ValueStore store;
    private final ChannelSeal seal;
    private final JsonMapper json = new JsonMapper();

    public SealedStore(ValueStore store, ChannelSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    /** What becomes of a value, as a pure function of it and of the store's clock. */
    @FunctionalInterface
    public interface Step<T, R> {
        Update<T, R> from(Optional<T> current, Instant now);
    }

    /**
     * A step decided on.
     *
     * @param next null to leave the value as it is
     * @param result for the caller
     */
    public record Update<T, R>(@Nullable T next, R result) {

        /** Only reads. */
        public static <T, R> Update<T, R> unchanged(R result) {
            return new Update<>(null, result);
        }
    }

    /** The value as it is now. */
    public <T> Optional<T> find(Key<T> key) {
        return store.find(key.name()).flatMap(text -> read(key, text));
    }

    /**
     * Keeps a value and replaces what was there.
     *
     * @param until forgotten then
     */
    public <T> void put(Key<T> key, T value, Instant until) {
        store.put(key.name(), write(key, value), until);
    }

    /**
     * Replaces the value; may call the step more than once.
     *
     * @param kept how long the value outlives this change
     */
    public <T, R> R update(Key<T> key, Duration kept, Step<T, R> step) {
        return store.update(
                key.name(),
                kept,
                (stored, now) -> {
                    Optional<T> current = stored.flatMap(text -> read(key, text));
                    Update<T, R> update = step.from(current, now);
                    return new ValueStore.Changed<>(
                            rewritten(key, current, update.next()), update.result());
                });
    }

    /** Null where nothing is to be written. */
    private <T> @Nullable String rewritten(Key<T> key, Optional<T> current, @Nullable T next) {
        if (next == null || current.filter(next::equals).isPresent()) {
            return null;
        }
        return write(key, next);
    }

    private <T> String write(Key<T> key, T value) {
        byte[] sealed = seal.seal(json.writeValueAsString(value), key.name());
        return Base64.getEncoder().encodeToString(sealed);
    }

    private <T> Optional<T> read(Key<T> key, String text) {
        try {
            return seal.open(Base64.getDecoder().decode(text), key.name())
                    .map(clear -> json.readValue(clear, key.form()));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
