package io.countersign.broker.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one record and waits for its acknowledgement. */
final class Writer {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(10);

    private final Future<? extends Producer<byte[], byte[]>> producer;
    private final Duration within;
    private final LongAdder failures = new LongAdder();
    private final AtomicLong nextTelling = new AtomicLong(System.nanoTime());

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
        failure.ifPresent(this::tell);
        return failure;
    }

    private void tell(Exception failure) {
        failures.increment();
        long now = System.nanoTime();
        long due = nextTelling.get();
        if (now - due >= 0 && nextTelling.compareAndSet(due, now + BETWEEN_TELLINGS.toNanos())) {
            LOG.warn(
                    "Kafka did not take {} records: {}",
                    failures.sumThenReset(),
                    failure.toString());
        }
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
