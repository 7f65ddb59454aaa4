package io.countersign.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AskedAndDoneTest {

    private final AskedAndDone backlog = new AskedAndDone();

    @Test
    void countsWhatIsAskedForAndNotDone() {
        asked(1, 2, 3);
        done(3);

        assertThat(backlog.size(2)).isEqualTo(2);
        assertThat(backlog.size(3)).isEqualTo(2);
    }

    @Test
    void isDrainedWhenItIsSmallAgain() {
        asked(1, 2, 3, 4, 12);
        done(11, 13, 14, 15);

        assertThat(backlog.drained(10, 1)).isEqualTo(15);
    }

    @Test
    void whatWasSmallBeforeDoesNotCount() {
        asked(1, 3, 4, 5);
        done(2, 11, 12, 13);

        assertThat(backlog.drained(10, 0)).isEqualTo(13);
    }

    @Test
    void neverDrainedIsNoTime() {
        asked(1, 2, 3);
        done(4);

        assertThatThrownBy(() -> backlog.drained(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    private void asked(long... times) {
        for (long time : times) {
            backlog.asked(time);
        }
    }

    private void done(long... times) {
        for (long time : times) {
            backlog.done(time);
        }
    }
}
