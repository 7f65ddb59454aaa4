package io.countersign.identity.keys;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Moves everything at rest to the current key, in the background. */
@Component
class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final Rewrap rewrap;
    private final List<SealedColumn> columns;

    Rotation(Rewrap rewrap, List<SealedColumn> columns) {
        this.rewrap = rewrap;
        this.columns = columns;
    }

    /**
     * Soon after the start, because that is when a new keyset is read; later runs are there to be
     * sure.
     */
    @Scheduled(initialDelay = 5, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void rotate() {
        for (SealedColumn column : columns) {
            try {
                int rewrapped = rewrap.rewrap(column);
                if (rewrapped > 0) {
                    LOG.info("Sealed {} rows of {} under the new key", rewrapped, column.table());
                }
            } catch (DataAccessException | CannotCreateTransactionException e) {
                LOG.warn(
                        "Cannot rewrap {} now, trying again: {}",
                        column.table(),
                        e.getClass().getSimpleName());
            }
        }
    }
}
