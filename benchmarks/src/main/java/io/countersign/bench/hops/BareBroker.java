package io.countersign.bench.hops;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record produced and consumed, with the batching that the engine's broker has. */
final class BareBroker {

    private static final String TOPIC = "bench.hops";

    /** As many as the engine's topics have. */
    private static final int PARTITIONS = 12;

    /** What a sealed step comes to. */
    private static final int BYTES = 600;

    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaProducer<String, byte[]> producer;

    /**
     * @param work gets each record's key and number, on a virtual thread of its own
     */
    BareBroker(String bootstrap, BiConsumer<String, String> work) {
        create(bootstrap);
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
                        new StringSerializer(),
                        new ByteArraySerializer());
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrap,
                                "group.id", "bench-hops",
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(List.of(TOPIC));
        Thread.ofPlatform().daemon().name("hops").start(() -> consume(consumer, work));
    }

    private static void create(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void consume(
            KafkaConsumer<String, byte[]> consumer, BiConsumer<String, String> work) {
        while (true) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                String number = new String(each.value(), StandardCharsets.US_ASCII).strip();
                Thread.ofVirtual().start(() -> work.accept(each.key(), number));
            }
        }
    }

    /** Returns when the broker has it. */
    void publish(String id, String number) throws InterruptedException, ExecutionException {
        byte[] value =
                String.format("%-" + BYTES + "s", number).getBytes(StandardCharsets.US_ASCII);
        var _ = producer.send(new ProducerRecord<>(TOPIC, id, value)).get();
    }
}
