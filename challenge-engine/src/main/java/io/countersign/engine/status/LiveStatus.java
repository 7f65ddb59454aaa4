package io.countersign.engine.status;

import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Changes;
import io.countersign.events.id.ChallengeId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows a challenge and tells each change as it happens. */
@Component
public class LiveStatus {

    /** A notification can get lost; then a change is seen after this time. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final Changes changes;
    private final ChallengeStatuses statuses;

    LiveStatus(Changes changes, ChallengeStatuses statuses) {
        this.changes = changes;
        this.statuses = statuses;
    }

    /** Told of each change; false when nobody listens any more. */
    @FunctionalInterface
    public interface Audience {

        /**
         * Takes one change.
         *
         * @param status null when nothing has changed for a while
         */
        boolean tell(@Nullable ChallengeStatus status);
    }

    /**
     * Tells the status now and each time it changes, on the calling thread, until the challenge has
     * ended or the audience is gone.
     *
     * @throws InterruptedException when the program ends
     */
    public void follow(ChallengeId id, Audience audience) throws InterruptedException {
        Semaphore changed = new Semaphore(1);
        try (var _ = changes.onChange(id, changed::release)) {
            ChallengeStatus told = null;
            while (true) {
                boolean woken = changed.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                changed.drainPermits();
                Optional<ChallengeStatus> status = statuses.find(id);
                if (status.isEmpty()) {
                    return;
                }
                boolean news = !status.get().sameAs(told);
                if ((news || !woken) && !audience.tell(news ? status.get() : null)) {
                    return;
                }
                told = status.get();
                if (told.verdict() != Verdict.PENDING) {
                    return;
                }
            }
        }
    }
}
