package io.countersign.identity.attempt;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Closes attempts that were not finished in time, and forgets what is old; every instance may do
 * it, as often as it likes.
 */
@Component
class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Attempts attempts;
    private final List<Forgetful> forgetful;

    Sweeper(Attempts attempts, List<Forgetful> forgetful) {
        this.attempts = attempts;
        this.forgetful = forgetful;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void endOverdue() {
        unlessDown(
                () -> {
                    int ended = attempts.endOverdue();
                    if (ended > 0) {
                        LOG.info("{} sign-ins were not finished in time", ended);
                    }
                });
    }

    /** Nothing old counts any more, so it may stay for an hour. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        unlessDown(() -> forgetful.forEach(Forgetful::forgetOld));
    }

    private static void unlessDown(Runnable sweep) {
        try {
            sweep.run();
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.warn("Cannot sweep now, trying again: {}", e.getClass().getSimpleName());
        }
    }
}
