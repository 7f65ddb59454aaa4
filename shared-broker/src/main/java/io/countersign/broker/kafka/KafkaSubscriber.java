package io.countersign.broker.kafka;

import io.countersign.broker.EventHandler;
import io.countersign.broker.Subscriber;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.offset.Assignment;
import java.time.Duration;
import java.util.List;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Puts a subscription together. */
final class KafkaSubscriber implements Subscriber {

    /** Bounds how long finished records of a quiet topic stay uncommitted. */
    private static final Duration POLL = Duration.ofMillis(500);

    private static final Duration COMMIT = Duration.ofSeconds(3);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration AFTER_REFUSED_CREDENTIALS = Duration.ofSeconds(10);

    private final KafkaSettings settings;
    private final Writer writer;
    private final Topics topics;
    private final RetryUntilDone retry;

    KafkaSubscriber(KafkaSettings settings, Writer writer, Topics topics, RetryUntilDone retry) {
        this.settings = settings;
        this.writer = writer;
        this.topics = topics;
        this.retry = retry;
    }

    @Override
    public KafkaSubscription subscribe(Topic topic, String group, EventHandler handler) {
        Assignment assignment = new Assignment();
        MessageListenerContainer container = container(topic, group, assignment);
        Intake intake = new Intake(settings.limits(), source(container));
        EventInHand.Treatment treatment =
                new EventInHand.Treatment(
                        handler, new DeadLetters(writer, topic, group), settings.limits());
        container.setupMessageListener(new Receiver(assignment, intake, treatment));
        KafkaSubscription subscription =
                new KafkaSubscription(container, assignment, intake, settings.limits().drain());
        retry.untilDone(
                "subscribe to " + topic.name(),
                () -> {
                    topics.ensure(List.of(topic));
                    subscription.start();
                });
        return subscription;
    }

    private MessageListenerContainer container(Topic topic, String group, Assignment assignment) {
        ContainerProperties properties = new ContainerProperties(topic.name());
        properties.setGroupId(group);
        properties.setAckMode(AckMode.MANUAL);
        properties.setConsumerRebalanceListener(assignment);
        properties.setPollTimeout(POLL.toMillis());
        properties.setSyncCommitTimeout(COMMIT);
        properties.setShutdownTimeout(STOP.toMillis());
        properties.setAuthExceptionRetryInterval(AFTER_REFUSED_CREDENTIALS);
        KafkaMessageListenerContainer<byte[], byte[]> container =
                new KafkaMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(ClientProperties.consumer(settings)),
                        properties);
        container.setBeanName(group + "/" + topic.name());
        container.setCommonErrorHandler(new BriefErrors());
        return container;
    }

    private static Intake.Source source(MessageListenerContainer container) {
        return new Intake.Source() {
            @Override
            public void pause() {
                container.pause();
            }

            @Override
            public void resume() {
                container.resume();
            }
        };
    }
}
