package io.countersign.broker.kafka;

import static java.util.Objects.requireNonNull;

import io.countersign.broker.kafka.offset.Assignment;
import io.countersign.broker.kafka.offset.PartitionInHand;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Takes records off the consumer's thread at once, each to a virtual thread of its own. */
final class Receiver implements AcknowledgingMessageListener<byte[], byte[]> {

    private final Assignment assignment;
    private final Intake intake;
    private final EventInHand.Treatment treatment;
    private final Thread.Builder threads = Thread.ofVirtual().name("event-", 0);

    Receiver(Assignment assignment, Intake intake, EventInHand.Treatment treatment) {
        this.assignment = assignment;
        this.intake = intake;
        this.treatment = treatment;
    }

    @Override
    public void onMessage(
            ConsumerRecord<byte[], byte[]> received, @Nullable Acknowledgment acknowledgment) {
        assignment
                .of(received)
                .filter(partition -> !partition.isGivenBack())
                .ifPresent(partition -> take(received, partition, acknowledgment));
    }

    private void take(
            ConsumerRecord<byte[], byte[]> received,
            PartitionInHand partition,
            @Nullable Acknowledgment acknowledgment) {
        partition.taken(received.offset(), requireNonNull(acknowledgment));
        intake.taken();
        threads.start(new EventInHand(received, partition, intake, treatment));
    }
}
