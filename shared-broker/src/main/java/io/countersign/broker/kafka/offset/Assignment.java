package io.countersign.broker.kafka.offset;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** The partitions that are assigned to this process now. */
public final class Assignment implements ConsumerAwareRebalanceListener {

    /** Lets most calls finish and be acknowledged; a slow one must not hold up the whole group. */
    private static final Duration HAND_OVER = Duration.ofSeconds(1);

    private final Map<TopicPartition, PartitionInHand> partitions = new ConcurrentHashMap<>();

    public boolean isEmpty() {
        return partitions.isEmpty();
    }

    public Optional<PartitionInHand> of(ConsumerRecord<?, ?> received) {
        return Optional.ofNullable(
                partitions.get(new TopicPartition(received.topic(), received.partition())));
    }

    /** Begins nothing more; returns whether all that was running ended in time. */
    public boolean letGo(Duration atMost) {
        return letGo(partitions.values(), atMost);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        assigned.forEach(partition -> partitions.put(partition, new PartitionInHand()));
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        letGo(remove(revoked), HAND_OVER);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
        remove(lost).forEach(PartitionInHand::lose);
    }

    private List<PartitionInHand> remove(Collection<TopicPartition> leaving) {
        return leaving.stream().map(partitions::remove).filter(Objects::nonNull).toList();
    }

    private static boolean letGo(Collection<PartitionInHand> leaving, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        leaving.forEach(PartitionInHand::giveBack);
        return leaving.stream().filter(partition -> !partition.letGo(deadline)).count() == 0;
    }
}
