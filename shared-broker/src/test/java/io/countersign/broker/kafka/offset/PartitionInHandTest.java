package io.countersign.broker.kafka.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PartitionInHandTest {

    private final List<Long> acknowledged = new CopyOnWriteArrayList<>();
    private final PartitionInHand partition = new PartitionInHand();

    @Test
    void what_was_running_in_time_counts_when_the_partition_is_let_go() {
        take(1);
        partition.begin();
        CompletableFuture<Boolean> letGo =
                CompletableFuture.supplyAsync(() -> partition.letGo(in(Duration.ofSeconds(30))));
        await().until(partition::isGivenBack);

        partition.done(1);
        partition.end();

        assertThat(letGo.join()).isTrue();
        assertThat(acknowledged).contains(1L);
    }

    @Test
    void a_result_after_the_partition_was_let_go_counts_no_more() {
        take(1);
        partition.begin();

        assertThat(partition.letGo(in(Duration.ZERO))).isFalse();
        partition.done(1);

        assertThat(acknowledged).isEmpty();
    }

    @Test
    void the_last_acknowledgement_is_repeated_at_letting_go() {
        take(1);
        partition.done(1);

        partition.letGo(in(Duration.ZERO));
        partition.letGo(in(Duration.ZERO));

        assertThat(acknowledged).containsExactly(1L, 1L);
    }

    @Test
    void a_lost_partition_acknowledges_nothing() {
        take(1);
        take(2);
        partition.done(1);
        acknowledged.clear();

        partition.lose();
        partition.done(2);

        assertThat(acknowledged).isEmpty();
    }

    @Test
    void giving_back_begins_no_turn_and_ends_every_rest() {
        CompletableFuture<Boolean> resting =
                CompletableFuture.supplyAsync(() -> partition.rest(Duration.ofHours(1)));

        partition.giveBack();

        assertThat(partition.begin()).isFalse();
        assertThat(resting.join()).isFalse();
    }

    private void take(long offset) {
        partition.taken(offset, () -> acknowledged.add(offset));
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
