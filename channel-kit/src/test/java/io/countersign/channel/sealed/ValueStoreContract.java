package io.countersign.channel.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.sealed.ValueStore.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of values promises. */
abstract class ValueStoreContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final String name = "test:" + UUID.randomUUID();

    abstract ValueStore store();

    /** Lets the store's clock go on by this much. */
    abstract void pass(Duration time);

    @Test
    void a_value_is_what_the_last_change_made_of_it() {
        write("one");

        assertThat(read()).contains("one");
        write("two");
        assertThat(read()).contains("two");
    }

    @Test
    void a_value_that_nobody_wrote_is_empty() {
        assertThat(read()).isEmpty();
    }

    @Test
    void a_change_may_leave_a_value_as_it_is_and_still_have_a_result() {
        write("one");

        String result =
                store().update(name, LONG, (current, _) -> new Changed<>(null, current + "!"));

        assertThat(result).isEqualTo("Optional[one]!");
        assertThat(read()).contains("one");
    }

    @Test
    void values_of_other_names_are_apart() {
        write("one");

        String other = name + ":other";
        Optional<String> found =
                store().update(other, LONG, (current, _) -> new Changed<>(null, current));

        assertThat(found).isEmpty();
    }

    @Test
    void a_value_is_forgotten_in_time() {
        store().update(name, Duration.ofMillis(50), (_, _) -> new Changed<>("brief", true));

        pass(Duration.ofMillis(60));

        assertThat(read()).isEmpty();
    }

    @Test
    void a_value_that_is_put_takes_the_place_of_another_until_its_time_is_over() {
        write("one");

        store().put(name, "two", now().plusMillis(500));

        assertThat(store().find(name)).contains("two");
        pass(Duration.ofMillis(600));
        assertThat(store().find(name)).isEmpty();
    }

    @Test
    void the_stores_clock_goes_on() {
        Instant before = now();

        pass(Duration.ofMillis(20));

        assertThat(now()).isAfterOrEqualTo(before.plusMillis(20));
    }

    @Test
    void of_many_changes_at_once_none_is_lost() throws Exception {
        int times = 50;
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all =
                    IntStream.range(0, times)
                            .<Future<?>>mapToObj(_ -> threads.submit(() -> countUp(start)))
                            .toList();
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(read()).contains(Integer.toString(times));
    }

    private boolean countUp(CountDownLatch start) throws InterruptedException {
        start.await();
        return store().update(
                        name,
                        LONG,
                        (current, _) -> {
                            int next = current.map(Integer::parseInt).orElse(0) + 1;
                            return new Changed<>(Integer.toString(next), true);
                        });
    }

    private void write(String text) {
        store().update(name, LONG, (_, _) -> new Changed<>(text, true));
    }

    private Optional<String> read() {
        return store().update(name, LONG, (current, _) -> new Changed<>(null, current));
    }

    private Instant now() {
        return store().update(name, LONG, (_, now) -> new Changed<>(null, now));
    }
}
