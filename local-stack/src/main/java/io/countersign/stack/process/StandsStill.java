package io.countersign.stack.process;

import java.io.IOException;
import java.time.Duration;

/** A process lives, is not ready and does nothing to become so. */
public final class StandsStill extends IOException {

    private static final long serialVersionUID = 1;

    StandsStill(Tended process, Duration patience) {
        super(
                "%s is not ready and has done nothing for %d s. %s"
                        .formatted(
                                process.name(), patience.toSeconds(), LogTail.of(process.log())));
    }
}
