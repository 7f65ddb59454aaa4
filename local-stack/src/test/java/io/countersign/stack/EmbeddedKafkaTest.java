package io.countersign.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.test.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir Path folder;

    @Test
    void records_written_before_a_restart_are_read_after_it_on_the_same_port() throws Exception {
        int port;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            port = kafka.port();
            create(kafka.bootstrapServers(), "words");
            write(kafka.bootstrapServers(), "words", "countersign");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, port)) {
            assertThat(kafka.port()).isEqualTo(port);
            assertThat(readByGroup(kafka.bootstrapServers(), "words", "readers"))
                    .containsExactly("countersign");
        }
    }

    @Test
    void an_unknown_topic_is_not_created_by_asking_for_it() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                KafkaConsumer<String, String> consumer =
                        consumer(kafka.bootstrapServers(), "readers")) {
            consumer.subscribe(List.of("never-created"));
            consumer.poll(Duration.ofMillis(200));

            assertThat(admin.listTopics().names().get()).doesNotContain("never-created");
        }
    }

    @Test
    void in_a_process_of_its_own_it_keeps_what_it_acknowledged_when_it_is_killed()
            throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(folder, 0)) {
            create(kafka.bootstrapServers(), "words");
            write(kafka.bootstrapServers(), "words", "countersign");

            kafka.kill();
            assertThat(kafka.isAlive()).isFalse();
            kafka.restart();

            assertThat(readByGroup(kafka.bootstrapServers(), "words", "readers"))
                    .containsExactly("countersign");
        }
    }

    private static void create(String kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void write(String kafka, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> readByGroup(String kafka, String topic, String group) {
        try (KafkaConsumer<String, String> consumer = consumer(kafka, group)) {
            consumer.subscribe(List.of(topic));
            ConsumerRecords<String, String> records = consumer.poll(Patience.LONG);
            return records.partitions().stream()
                    .flatMap(partition -> records.records(partition).stream())
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private static KafkaConsumer<String, String> consumer(String kafka, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
