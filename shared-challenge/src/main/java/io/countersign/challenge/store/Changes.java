package io.countersign.challenge.store;

import io.countersign.events.id.Subject;

/** Tells when something about a challenge or one of its deliveries has changed. */
public interface Changes {

    /**
     * Calls {@code listener} after each change, from any thread and perhaps from several at once.
     * Notifications can get lost: register first, then read, and read again now and then.
     */
    Registration onChange(Subject subject, Runnable listener);

    /** Ends with {@link #close()}. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
