package io.countersign.identity.alert;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Has gathered failures mailed once their hour is over; every instance may do it. */
@Component
class FailedFactorDigests {

    private static final Logger LOG = LoggerFactory.getLogger(FailedFactorDigests.class);
    private static final int AT_ONCE = 200;

    private final FailedFactors failures;

    FailedFactorDigests(FailedFactors failures) {
        this.failures = failures;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void tellGathered() {
        try {
            int left = AT_ONCE;
            while (left > 0 && failures.tellGathered()) {
                left--;
            }
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.warn("Cannot tell of failures now: {}", e.getClass().getSimpleName());
        }
    }
}
