package io.countersign.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices processes that ended, reports them, and starts them again after a pause that doubles with
 * every death that follows closely. One that hangs in its start is ended, which counts as a death.
 */
public final class Supervisor {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** How long a start may stand still. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(1);

    /** A process that ran this long before it died begins with the first pause again. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final List<Care> cares;
    private final Policy policy;
    private final InstantSource clock;
    private final Consumer<String> news;
    private final Runnable afterRestart;
    private boolean ended;

    /**
     * @param news gets what to tell people
     * @param afterRestart called when a process has another pid
     */
    public Supervisor(
            List<? extends Tended> processes,
            Policy policy,
            InstantSource clock,
            Consumer<String> news,
            Runnable afterRestart) {
        this.policy = policy;
        this.clock = clock;
        this.news = news;
        this.afterRestart = afterRestart;
        this.cares = processes.stream().map(Care::new).toList();
    }

    /** What to do about a process that ended, in addition to reporting it. */
    public enum Policy {
        RESTART,
        LEAVE
    }

    /** Looks after each process once; to be called again and again. */
    public synchronized void look() {
        if (!ended) {
            cares.forEach(Care::look);
        }
    }

    /** Returns when no process will be started any more. */
    public synchronized void end() {
        ended = true;
    }

    private final class Care {

        private final Tended process;
        private Instant startedAt = clock.instant();
        private Duration pause = FIRST_PAUSE;
        private @Nullable Instant restartAt;
        private @Nullable StartProgress start;

        Care(Tended process) {
            this.process = process;
        }

        void look() {
            endHangingStart();
            if (process.isAlive()) {
                return;
            }
            if (restartAt == null) {
                noticeDeath();
            } else if (!clock.instant().isBefore(restartAt)) {
                restart();
            }
        }

        private void endHangingStart() {
            if (start == null || !process.isAlive()) {
                return;
            }
            if (process.listens()) {
                start = null;
            } else if (start.standsStill()) {
                start = null;
                news.accept(new StandsStill(process, START_PATIENCE).getMessage());
                process.kill();
            }
        }

        private void noticeDeath() {
            if (clock.instant().isAfter(startedAt.plus(STEADY))) {
                pause = FIRST_PAUSE;
            }
            restartAt = policy == Policy.LEAVE ? Instant.MAX : clock.instant().plus(pause);
            news.accept(
                    "%s ended with exit code %d%s. %s"
                            .formatted(
                                    process.name(),
                                    process.exitCode(),
                                    policy == Policy.LEAVE
                                            ? ""
                                            : " and is started again in "
                                                    + pause.toSeconds()
                                                    + " s",
                                    LogTail.of(process.log())));
        }

        private void restart() {
            restartAt = null;
            startedAt = clock.instant();
            pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
            try {
                process.restart();
                start = new StartProgress(process, START_PATIENCE, clock);
                news.accept(
                        "%s runs again, as process %d.".formatted(process.name(), process.pid()));
                afterRestart.run();
            } catch (IOException e) {
                restartAt = clock.instant().plus(pause);
                news.accept(e.getMessage() + "\nNext try in " + pause.toSeconds() + " s.");
            }
        }
    }
}
