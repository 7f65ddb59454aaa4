package io.countersign.broker.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.broker.Broker;
import io.countersign.broker.BrokerContract;
import io.countersign.broker.DeadLetter;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.Topic;
import io.countersign.events.WireEvent;
import io.countersign.stack.EmbeddedKafka;
import io.countersign.stack.FreePort;
import io.countersign.stack.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class KafkaBrokerTest extends BrokerContract {

    @Override
    protected Broker connect(SubscriptionLimits limits) {
        return new KafkaBroker(settings(address()).with(limits));
    }

    @Override
    protected String address() {
        return TestServers.kafka().bootstrapServers();
    }

    @Override
    protected Class<?> workerProgram() {
        return KafkaWorkerProgram.class;
    }

    @Override
    protected boolean exists(Topic wanted) {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get().contains(wanted.name());
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void send(Topic to, Map<String, String> attributes, byte[] body) {
        try (Admin admin = admin();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(ClientProperties.producer(settings(address())))) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    new ConfigResource(ConfigResource.Type.TOPIC, to.name()),
                                    List.of(
                                            new AlterConfigOp(
                                                    new ConfigEntry(
                                                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                                            "16777216"),
                                                    OpType.SET))))
                    .all()
                    .get();
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(
                            to.name(),
                            null,
                            new byte[0],
                            body,
                            CloudEvents.headers(new WireEvent(attributes, body)));
            // The broker hears of the limit a moment after it is set.
            Awaitility.await()
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof RecordTooLargeException)
                    .until(() -> producer.send(record).get().hasOffset());
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected List<DeadLetter> deadLetters(Topic of) {
        return readDeadLetters(of);
    }

    @Override
    protected OwnServer ownServer(Path folder) {
        return new OwnKafka(folder);
    }

    private Admin admin() {
        return Admin.create(ClientProperties.admin(settings(address())));
    }

    static List<DeadLetter> readDeadLetters(Topic of) {
        TopicPartition only = new TopicPartition(of.deadLetters().name(), 0);
        List<DeadLetter> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        ClientProperties.consumer(
                                settings(TestServers.kafka().bootstrapServers())))) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(letter -> letters.add(letter(letter)));
            }
        }
        return letters;
    }

    /** With patience for a busy machine. */
    static KafkaSettings settings(String address) {
        return settings(address, Duration.ofMinutes(1));
    }

    /** With the default patience, for a broker that is not there. */
    static KafkaSettings hastySettings(String address) {
        return settings(address, Duration.ofSeconds(2));
    }

    private static KafkaSettings settings(String address, Duration publishWithin) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", address),
                publishWithin,
                Duration.ZERO,
                4,
                1,
                SubscriptionLimits.DEFAULTS);
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> letter) {
        Map<String, String> headers = new HashMap<>();
        letter.headers().forEach(each -> headers.put(each.key(), new String(each.value(), UTF_8)));
        byte[] body = letter.value() == null ? new byte[0] : letter.value();
        return new DeadLetter(headers, body);
    }

    private static final class OwnKafka implements OwnServer {

        private final Path folder;
        private final int port = FreePort.any();
        private @Nullable EmbeddedKafka running;

        private OwnKafka(Path folder) {
            this.folder = folder;
        }

        @Override
        public Broker connect() {
            return new KafkaBroker(hastySettings("127.0.0.1:" + port));
        }

        @Override
        public void start() throws IOException {
            running = EmbeddedKafka.start(folder, port);
        }

        @Override
        public void stop() {
            close();
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
                running = null;
            }
        }
    }
}
