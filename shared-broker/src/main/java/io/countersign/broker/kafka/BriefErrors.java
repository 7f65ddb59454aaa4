package io.countersign.broker.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Logs a consumer's trouble, such as a failed commit, in one line and at most once a second. */
final class BriefErrors implements CommonErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BriefErrors.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public void handleOtherException(
            Exception thrown,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        LOG.warn("Kafka consumer of {}: {}", container.getGroupId(), thrown.toString());
        try {
            ListenerUtils.stoppableSleep(container, PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
