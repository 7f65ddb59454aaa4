package io.countersign.broker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.SubscriptionLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final List<String> orders = new ArrayList<>();
    private final Intake intake =
            new Intake(
                    new SubscriptionLimits(
                            4, 8, 1, Duration.ofSeconds(1), 0, Duration.ofSeconds(1)),
                    new Intake.Source() {
                        @Override
                        public void pause() {
                            orders.add("pause");
                        }

                        @Override
                        public void resume() {
                            orders.add("resume");
                        }
                    });

    @Test
    void it_pauses_once_when_every_place_is_wanted_and_resumes_when_half_are_free() {
        take(5);
        assertThat(orders).containsExactly("pause");
        intake.finished();
        intake.finished();
        assertThat(orders).containsExactly("pause");

        intake.finished();

        assertThat(orders).containsExactly("pause", "resume");
    }

    @Test
    void those_that_rest_leave_their_place_to_others() {
        take(4);

        intake.laidAside();
        intake.laidAside();

        assertThat(orders).containsExactly("pause", "resume");
        assertThat(intake.held()).isEqualTo(4);
    }

    @Test
    void it_pauses_when_too_many_rest() {
        for (int i = 0; i < 8; i++) {
            take(1);
            intake.laidAside();
        }
        assertThat(orders).containsExactly("pause");

        intake.takenUpAgain();
        intake.finished();
        assertThat(intake.isPaused()).isTrue();
        intake.takenUpAgain();
        intake.finished();

        assertThat(orders).containsExactly("pause", "resume");
    }

    @Test
    void once_shut_it_never_resumes() {
        intake.shut();
        take(5);
        for (int i = 0; i < 5; i++) {
            intake.finished();
        }

        assertThat(orders).containsExactly("pause");
        assertThat(intake.isPaused()).isTrue();
    }

    private void take(int count) {
        for (int i = 0; i < count; i++) {
            intake.taken();
        }
    }
}
