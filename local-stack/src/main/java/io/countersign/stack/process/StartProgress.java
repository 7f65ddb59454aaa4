package io.countersign.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells a start that is slow from one that hangs. A slow one uses the processor or writes to its
 * log, however little the machine leaves to it; one that hangs does neither.
 */
final class StartProgress {

    /** What an idle Java process stays far below, and a starting one at a load of 20 far above. */
    private static final int LEAST_SHARE_OF_A_PROCESSOR = 100;

    private final Tended process;
    private final Duration patience;
    private final InstantSource clock;
    private Instant madeAt;
    private Duration used;
    private long written;

    /**
     * @param patience how long it may stand still
     */
    StartProgress(Tended process, Duration patience, InstantSource clock) {
        this.process = process;
        this.patience = patience;
        this.clock = clock;
        this.madeAt = clock.instant();
        this.used = process.processorTime();
        this.written = written();
    }

    /** Whether the process has made no progress for that long; to be asked again and again. */
    boolean standsStill() {
        Instant now = clock.instant();
        Duration usedNow = process.processorTime();
        long writtenNow = written();
        boolean worked =
                usedNow.minus(used).compareTo(patience.dividedBy(LEAST_SHARE_OF_A_PROCESSOR)) >= 0;
        if (worked || writtenNow != written) {
            madeAt = now;
            used = usedNow;
            written = writtenNow;
        }
        return !now.isBefore(madeAt.plus(patience));
    }

    private long written() {
        try {
            return Files.exists(process.log()) ? Files.size(process.log()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
