package io.countersign.voice.note;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the channel's workers keep notes, each changed by one of them at a time. */
public interface NoteStore {

    /**
     * Replaces the note of this name by what the change makes of it; may call it more than once.
     *
     * @param name holds nothing secret
     * @param kept how long the note outlives this change
     * @throws io.countersign.challenge.StoreUnavailable when the store does not answer, quickly
     */
    <R> R update(String name, Duration kept, Change<R> change);

    /** What becomes of a note; looks at nothing that was read earlier. */
    @FunctionalInterface
    interface Change<R> {

        /**
         * Decides on the note as it is.
         *
         * @param now by the store's clock
         */
        Changed<R> from(Optional<String> current, Instant now);
    }

    /**
     * A change decided on.
     *
     * @param next null to leave the note as it is
     * @param result for whoever asked
     */
    record Changed<R>(@Nullable String next, R result) {}
}
