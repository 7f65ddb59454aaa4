package io.countersign.broker.kafka;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.kafka.offset.PartitionInHand;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One record from its arrival until it is finished or given back: it takes turns, and rests between
 * them. Runs on a thread of its own.
 */
final class EventInHand implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventInHand.class);

    private final ConsumerRecord<byte[], byte[]> received;
    private final PartitionInHand partition;
    private final Intake intake;
    private final Treatment treatment;
    private int redelivery;
    private int failures;

    /** What a subscription does with each of its records. */
    record Treatment(EventHandler handler, DeadLetters deadLetters, SubscriptionLimits limits) {}

    EventInHand(
            ConsumerRecord<byte[], byte[]> received,
            PartitionInHand partition,
            Intake intake,
            Treatment treatment) {
        this.received = received;
        this.partition = partition;
        this.intake = intake;
        this.treatment = treatment;
    }

    @Override
    public void run() {
        Optional<Duration> rest = turn();
        while (rest.isPresent() && rested(rest.get())) {
            redelivery++;
            rest = turn();
        }
        intake.finished();
    }

    private boolean rested(Duration time) {
        intake.laidAside();
        try {
            return partition.rest(time);
        } finally {
            intake.takenUpAgain();
        }
    }

    /** How long to rest until the next turn; empty when there is none. */
    private Optional<Duration> turn() {
        intake.enter();
        try {
            if (!partition.begin()) {
                return Optional.empty();
            }
            try {
                return settle(decide());
            } finally {
                partition.end();
            }
        } finally {
            intake.leave();
        }
    }

    private Handling decide() {
        return switch (CloudEvents.read(received, treatment.limits().eventBytes())) {
            case CloudEvents.Reading.Event(var event) ->
                    handle(new ReceivedEvent(event, redelivery));
            case CloudEvents.Reading.Poison(String cause) -> Handling.dead(cause);
        };
    }

    private Handling handle(ReceivedEvent event) {
        try {
            return treatment.handler().handle(event);
        } catch (Throwable thrown) {
            failures++;
            String name = thrown.getClass().getName();
            LOG.warn("Handler failed on {}, time {}: {}", event.event(), failures, name);
            return failures > treatment.limits().failures()
                    ? Handling.dead(name)
                    : Handling.again(treatment.limits().backoffAfter(failures));
        } finally {
            // The thread is the record's own; an interrupt left behind would end its waiting.
            Thread.interrupted();
        }
    }

    private Optional<Duration> settle(Handling handling) {
        return switch (handling) {
            case Handling.Done() -> finish();
            case Handling.Again(Duration after) -> Optional.of(after);
            case Handling.Dead(String cause) -> bury(cause);
        };
    }

    private Optional<Duration> finish() {
        partition.done(received.offset());
        return Optional.empty();
    }

    private Optional<Duration> bury(String cause) {
        return treatment.deadLetters().put(received, cause)
                ? finish()
                : Optional.of(treatment.limits().backoffAfter(redelivery + 1));
    }
}
