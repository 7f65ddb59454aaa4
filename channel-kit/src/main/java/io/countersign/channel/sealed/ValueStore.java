package io.countersign.channel.sealed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where workers keep values, each changed by one of them at a time. A name holds nothing secret.
 * Each operation throws {@link io.countersign.challenge.store.StoreUnavailable}, quickly, when the
 * store does not answer.
 */
public interface ValueStore {

    /** The value as it is now. */
    Optional<String> find(String name);

    /**
     * Keeps a value and replaces what was there.
     *
     * @param until forgotten then
     */
    void put(String name, String value, Instant until);

    /**
     * Replaces the value of this name by what the change makes of it; may call it more than once.
     *
     * @param kept how long the value outlives this change
     */
    <R> R update(String name, Duration kept, Change<R> change);

    /** What becomes of a value; looks at nothing that was read earlier. */
    @FunctionalInterface
    interface Change<R> {

        /**
         * Decides on the value as it is.
         *
         * @param now by the store's clock
         */
        Changed<R> from(Optional<String> current, Instant now);
    }

    /**
     * A change decided on.
     *
     * @param next null to leave the value as it is
     * @param result for the caller
     */
    record Changed<R>(@Nullable String next, R result) {}
}
