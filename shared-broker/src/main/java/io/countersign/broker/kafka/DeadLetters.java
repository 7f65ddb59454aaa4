package io.countersign.broker.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.broker.Topic;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where records go that cannot be handled: as they came, with {@code dead_cause}, {@code
 * dead_group} and {@code dead_origin} ({@code topic/partition/offset}) among their headers.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Writer writer;
    private final String topic;
    private final String group;

    DeadLetters(Writer writer, Topic topic, String group) {
        this.writer = writer;
        this.topic = topic.deadLetters().name();
        this.group = group;
    }

    /** Whether it is safely stored there; if not, it has to be put there again. */
    boolean put(ConsumerRecord<byte[], byte[]> dead, String cause) {
        Optional<Exception> failure = writer.write(letter(dead, dead.value(), cause));
        if (failure.isPresent() && failure.get() instanceof RecordTooLargeException) {
            String left = cause + "; body left out, since the broker takes none so large";
            failure = writer.write(letter(dead, null, left));
        }
        if (failure.isEmpty()) {
            LOG.warn("Dead letter {} for {}: {}", origin(dead), group, cause);
        }
        return failure.isEmpty();
    }

    private ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> dead, byte @Nullable [] body, String cause) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, dead.key(), body, dead.headers());
        letter.headers()
                .add("dead_cause", cause.getBytes(UTF_8))
                .add("dead_group", group.getBytes(UTF_8))
                .add("dead_origin", origin(dead).getBytes(UTF_8));
        return letter;
    }

    private static String origin(ConsumerRecord<byte[], byte[]> dead) {
        return dead.topic() + "/" + dead.partition() + "/" + dead.offset();
    }
}
