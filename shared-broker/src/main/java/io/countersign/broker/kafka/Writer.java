package io.countersign.broker.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one record and waits for its acknowledgement. */
final class Writer {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Future<? extends Producer<byte[], byte[]>> producer;
    private final Duration within;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * @param producer there as soon as the broker's name resolves
     */
    Writer(Future<? extends Producer<byte[], byte[]>> producer, Duration within) {
        this.producer = producer;
        this.within = within;
    }

    /** Why it was not acknowledged, or empty. */
    Optional<Exception> write(ProducerRecord<byte[], byte[]> toWrite) {
        Optional<Exception> failure = tryToWrite(toWrite);
        if (failing.getAndSet(failure.isPresent()) != failure.isPresent()) {
            failure.ifPresentOrElse(
                    e -> LOG.warn("Kafka takes no records: {}", e.toString()),
                    () -> LOG.info("Kafka takes records again"));
        }
        return failure;
    }

    private Optional<Exception> tryToWrite(ProducerRecord<byte[], byte[]> toWrite) {
        long start = System.nanoTime();
        try {
            Producer<byte[], byte[]> ready = producer.get(within.toNanos(), TimeUnit.NANOSECONDS);
            long left = within.toNanos() - (System.nanoTime() - start);
            ready.send(toWrite).get(left, TimeUnit.NANOSECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() instanceof Exception cause ? cause : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        } catch (TimeoutException | KafkaException | IllegalStateException e) {
            return Optional.of(e);
        }
    }
}
