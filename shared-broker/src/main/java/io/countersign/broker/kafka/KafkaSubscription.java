package io.countersign.broker.kafka;

import io.countersign.broker.Subscription;
import io.countersign.broker.SubscriptionState;
import io.countersign.broker.kafka.offset.Assignment;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/** A consumer's container from start to drain. */
final class KafkaSubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSubscription.class);

    private final MessageListenerContainer container;
    private final Assignment assignment;
    private final Intake intake;
    private final Duration drain;
    private boolean closed;

    KafkaSubscription(
            MessageListenerContainer container,
            Assignment assignment,
            Intake intake,
            Duration drain) {
        this.container = container;
        this.assignment = assignment;
        this.intake = intake;
        this.drain = drain;
    }

    /**
     * Throws while the consumer cannot be created, for example when the broker's name does not
     * resolve.
     */
    synchronized void start() {
        if (!closed) {
            container.start();
        }
    }

    @Override
    public SubscriptionState state() {
        return new SubscriptionState(
                !assignment.isEmpty(),
                sinceLastPoll(),
                intake.inFlight(),
                intake.held(),
                intake.isPaused());
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        intake.shut();
        // Polling continues meanwhile, so that this member keeps its place and commits.
        if (!assignment.letGo(drain)) {
            LOG.warn("{} events still in flight after {}", intake.inFlight(), drain);
        }
        container.stop();
    }

    private Optional<Duration> sinceLastPoll() {
        return container.metrics().values().stream()
                .flatMap(metrics -> metrics.values().stream())
                .filter(metric -> metric.metricName().name().equals("last-poll-seconds-ago"))
                .map(Metric::metricValue)
                .filter(seconds -> seconds instanceof Double ago && ago >= 0)
                .map(seconds -> Duration.ofSeconds(((Double) seconds).longValue()))
                .findFirst();
    }
}
