package io.countersign.stack.drill;

import java.nio.file.Path;
import java.time.Duration;

/** How one start of a program went. */
public sealed interface StartOutcome {

    /** For people, behind the name of the program. */
    String description();

    /** It could do its work. */
    record Ready(Duration after) implements StartOutcome {

        @Override
        public String description() {
            return "ready after " + Seconds.of(after);
        }
    }

    /**
     * It ended by itself.
     *
     * @param evidence its log is in that folder
     */
    record Ended(int exitCode, Path evidence) implements StartOutcome {

        @Override
        public String description() {
            return "ENDED with exit code %d; its log is in %s".formatted(exitCode, evidence);
        }
    }

    /**
     * It lives, and never listened or never could do its work.
     *
     * @param evidence its log and its threads are in that folder
     */
    record Hung(boolean listened, Path evidence) implements StartOutcome {

        @Override
        public String description() {
            return "HUNG: it lives and %s; its log and its threads are in %s"
                    .formatted(listened ? "listens but is not ready" : "never listened", evidence);
        }
    }
}
