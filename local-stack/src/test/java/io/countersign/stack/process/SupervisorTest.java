package io.countersign.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.stack.process.Supervisor.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private final List<String> news = new ArrayList<>();
    private final Worker worker = new Worker();
    private final Worker other = new Worker();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Supervisor supervisor = supervisor(Policy.RESTART);

    @TempDir static Path folder;

    @BeforeEach
    void aLog() throws IOException {
        Files.writeString(worker.log(), "first line\nlast words\n");
    }

    @Test
    void what_runs_is_left_alone() {
        supervisor.look();

        assertThat(worker.starts).isZero();
        assertThat(news).isEmpty();
    }

    @Test
    void a_death_is_told_once_with_the_last_words() {
        worker.alive = false;

        supervisor.look();
        supervisor.look();

        assertThat(news)
                .singleElement()
                .asString()
                .contains("worker ended with exit code 1 and is started again in 1 s")
                .contains("last words");
    }

    @Test
    void it_starts_again_after_the_pause_and_the_other_is_not_touched() {
        worker.alive = false;
        supervisor.look();

        after(Duration.ofMillis(999));
        assertThat(worker.starts).isZero();

        after(Duration.ofMillis(1));
        assertThat(worker.starts).isOne();
        assertThat(worker.isAlive()).isTrue();
        assertThat(other.starts).isZero();
    }

    @Test
    void deaths_that_follow_closely_double_the_pause_up_to_half_a_minute() {
        for (long pause : new long[] {1, 2, 4, 8, 16, 30, 30}) {
            worker.alive = false;
            supervisor.look();

            assertThat(news.getLast()).contains("started again in " + pause + " s");
            after(Duration.ofSeconds(pause));
            assertThat(worker.isAlive()).isTrue();
        }
    }

    @Test
    void after_a_steady_minute_the_pause_is_short_again() {
        for (int death = 0; death < 4; death++) {
            worker.alive = false;
            supervisor.look();
            after(Duration.ofSeconds(30));
        }

        after(Duration.ofSeconds(61));
        worker.alive = false;
        supervisor.look();

        assertThat(news.getLast()).contains("started again in 1 s");
    }

    @Test
    void a_start_that_fails_is_told_and_tried_again() {
        worker.alive = false;
        worker.startFails = true;
        supervisor.look();
        after(Duration.ofSeconds(1));
        assertThat(news.getLast()).contains("no memory");

        worker.startFails = false;
        after(Duration.ofSeconds(2));
        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    @Tag("RELIABILITY-25")
    void a_start_that_hangs_is_told_ended_and_tried_again() {
        restartedButSilent();

        after(Duration.ofSeconds(59));
        assertThat(worker.kills).isZero();
        after(Duration.ofSeconds(1));
        assertThat(worker.kills).isOne();
        assertThat(news.get(news.size() - 2)).contains("worker is not ready").contains("60 s");

        after(Duration.ofSeconds(2));
        assertThat(worker.isAlive()).isTrue();
        assertThat(worker.starts).isEqualTo(2);
    }

    @Test
    @Tag("RELIABILITY-25")
    void a_start_may_take_an_hour_while_it_works() {
        restartedButSilent();

        for (int minute = 0; minute < 60; minute++) {
            worker.used = worker.used.plusSeconds(1);
            after(Duration.ofSeconds(59));
        }

        assertThat(worker.kills).isZero();
    }

    @Test
    void one_that_listens_may_stand_still_for_ever() {
        restartedButSilent();
        worker.listens = true;

        after(Duration.ofDays(1));
        worker.listens = false;
        after(Duration.ofDays(1));

        assertThat(worker.kills).isZero();
    }

    private void restartedButSilent() {
        worker.listens = false;
        worker.alive = false;
        supervisor.look();
        after(Duration.ofSeconds(1));
        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    void told_to_leave_them_it_only_tells() {
        supervisor = supervisor(Policy.LEAVE);
        worker.alive = false;
        supervisor.look();
        after(Duration.ofDays(1));

        assertThat(worker.starts).isZero();
        assertThat(news).singleElement().asString().startsWith("worker ended with exit code 1. ");
    }

    @Test
    void once_ended_it_starts_nothing() {
        worker.alive = false;
        supervisor.look();

        supervisor.end();
        after(Duration.ofMinutes(1));

        assertThat(worker.starts).isZero();
    }

    private void after(Duration time) {
        now = now.plus(time);
        supervisor.look();
    }

    private Supervisor supervisor(Policy policy) {
        return new Supervisor(List.of(worker, other), policy, () -> now, news::add, () -> {});
    }

    private static final class Worker implements Tended {

        private boolean alive = true;
        private boolean startFails;
        private boolean listens = true;
        private Duration used = Duration.ZERO;
        private int kills;
        private int starts;

        @Override
        public String name() {
            return "worker";
        }

        @Override
        public long pid() {
            return starts;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public Path log() {
            return folder.resolve("worker.log");
        }

        @Override
        public boolean listens() {
            return listens;
        }

        @Override
        public Duration processorTime() {
            return used;
        }

        @Override
        public void stop() {
            alive = false;
        }

        @Override
        public void kill() {
            kills++;
            alive = false;
        }

        @Override
        public void restart() throws IOException {
            if (startFails) {
                throw new IOException("no memory");
            }
            starts++;
            alive = true;
        }
    }
}
