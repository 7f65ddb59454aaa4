package io.countersign.voice.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.InMemoryValueStore;
import io.countersign.channel.kit.TestKeys;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.events.Channel;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.test.MovableClock;
import io.countersign.voice.TestPool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class NumberPoolTest {

    private final MovableClock clock = new MovableClock();
    private final SealedStore notes =
            new SealedStore(
                    new InMemoryValueStore(clock),
                    new ChannelSeal(Channel.VOICE, new TestKeys().sealing()));
    private final List<CallingNumber> numbers = TestPool.first(3);
    private final CallingNumber silent = numbers.get(1);
    private final CallingNumber other = numbers.get(2);
    private final NumberPool pool = new NumberPool(numbers, notes);

    @Test
    void a_number_rests_after_five_misses_in_a_row_while_others_arrive() {
        miss(4);
        arrive(other);
        assertThat(pool.well()).contains(silent);

        miss(1);

        assertThat(pool.well()).containsExactly(numbers.get(0), other);
    }

    @Test
    void an_arrival_in_between_starts_the_count_anew() {
        miss(4);
        arrive(silent);
        arrive(other);
        miss(4);

        assertThat(pool.well()).contains(silent);
    }

    @Test
    void when_nothing_arrives_from_anywhere_no_number_is_blamed() {
        arrive(other);
        miss(20);
        assertThat(pool.well()).contains(silent);

        arrive(other);
        miss(1);
        assertThat(pool.well()).doesNotContain(silent);
    }

    @Test
    void a_rest_ends_by_itself_and_the_count_begins_anew() {
        miss(4);
        arrive(other);
        miss(1);

        clock.advance(PoolState.REST.minusMillis(1));
        assertThat(pool.well()).doesNotContain(silent);
        clock.advance(Duration.ofMillis(1));
        assertThat(pool.well()).contains(silent);

        miss(4);
        arrive(other);
        assertThat(pool.well()).contains(silent);
    }

    @Test
    void a_call_that_arrives_late_ends_the_rest() {
        pool.refused(silent);
        arrive(silent);

        assertThat(pool.well()).contains(silent);
    }

    @Test
    void all_workers_know_which_numbers_rest() {
        pool.refused(silent);

        assertThat(new NumberPool(numbers, notes).well()).doesNotContain(silent);
    }

    @Test
    void health_names_resting_numbers_by_their_position() {
        pool.refused(silent);

        Health health = new NumbersHealth(pool).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).isEqualTo(Map.of("well", 2, "resting", List.of(2)));
    }

    @Test
    void health_is_down_when_all_numbers_rest() {
        numbers.forEach(pool::refused);

        assertThat(new NumbersHealth(pool).health().getStatus()).isEqualTo(Status.DOWN);
    }

    private void miss(int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(Duration.ofSeconds(1));
            pool.missed(silent);
        }
    }

    private void arrive(CallingNumber number) {
        clock.advance(Duration.ofSeconds(1));
        pool.arrived(number);
    }
}
