package io.countersign.broker.kafka.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContiguousOffsetsTest {

    private final ContiguousOffsets<String> offsets = new ContiguousOffsets<>();

    @Test
    void done_in_order_each_offset_is_acknowledged() {
        take(5, 6);

        assertThat(offsets.done(5)).contains("ack 5");
        assertThat(offsets.done(6)).contains("ack 6");
    }

    @Test
    void nothing_is_acknowledged_while_an_earlier_offset_is_open() {
        take(5, 6, 7);

        assertThat(offsets.done(7)).isEmpty();
        assertThat(offsets.done(6)).isEmpty();
        assertThat(offsets.done(5)).contains("ack 7");
    }

    @Test
    void offsets_that_the_broker_left_out_are_no_hindrance() {
        take(5, 9);

        assertThat(offsets.done(9)).isEmpty();
        assertThat(offsets.done(5)).contains("ack 9");
    }

    @Test
    void one_slow_record_makes_it_remember_one_offset_and_not_all_that_overtook() {
        for (long offset = 0; offset <= 10_000; offset++) {
            take(offset);
        }
        for (long offset = 1; offset <= 10_000; offset++) {
            assertThat(offsets.done(offset)).isEmpty();
        }

        assertThat(offsets.remembered()).isEqualTo(1);
        assertThat(offsets.done(0)).contains("ack 10000");
        assertThat(offsets.remembered()).isZero();
    }

    @Test
    void an_offset_is_done_once_and_comes_after_those_before() {
        take(5);
        offsets.done(5);

        assertThatThrownBy(() -> offsets.done(5)).isInstanceOf(IllegalArgumentException.class);
        take(7);
        assertThatThrownBy(() -> take(7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> take(6)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void it_agrees_with_a_plain_model_on_a_random_walk(long seed) {
        Random random = new Random(seed);
        TreeSet<Long> taken = new TreeSet<>();
        TreeSet<Long> open = new TreeSet<>();
        @Nullable Long watermark = null;
        for (int step = 0; step < 20_000; step++) {
            if (open.isEmpty() || (open.size() < 50 && random.nextBoolean())) {
                long next = (taken.isEmpty() ? 0 : taken.getLast()) + 1 + random.nextInt(3);
                take(next);
                taken.add(next);
                open.add(next);
            } else {
                long done = List.copyOf(open).get(random.nextInt(open.size()));
                open.remove(done);
                @Nullable Long before = watermark;
                watermark = open.isEmpty() ? taken.getLast() : taken.lower(open.getFirst());
                assertThat(offsets.done(done))
                        .isEqualTo(
                                Objects.equals(before, watermark)
                                        ? Optional.empty()
                                        : Optional.of("ack " + watermark));
            }
            assertThat(offsets.remembered()).isLessThanOrEqualTo(open.size());
        }
    }

    private void take(long... all) {
        for (long offset : all) {
            offsets.taken(offset, "ack " + offset);
        }
    }
}
