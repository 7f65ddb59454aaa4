package io.countersign.broker.kafka;

import static io.countersign.broker.kafka.KafkaBrokerTest.hastySettings;
import static io.countersign.broker.kafka.KafkaBrokerTest.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.countersign.broker.DeadLetter;
import io.countersign.broker.Handling;
import io.countersign.broker.PublishOutcome.NotPublished;
import io.countersign.broker.PublishOutcome.Published;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import io.countersign.events.WireEvent;
import io.countersign.stack.FreePort;
import io.countersign.stack.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What is Kafka's own affair. */
@Isolated("It counts what is logged.")
class KafkaClientsTest {

    private static final WireEvent EVENT =
            new WireEvent(
                    Map.of("specversion", "1.0", "id", "1", "source", "/test", "type", "test"),
                    "{}".getBytes(UTF_8));

    private final Topic topic = new Topic("test-" + UUID.randomUUID(), Duration.ofMinutes(7));

    @Test
    @Tag("RELIABILITY-1")
    void a_broker_whose_name_does_not_resolve_is_no_reason_not_to_start() {
        try (KafkaBroker broker = new KafkaBroker(hastySettings("broker.invalid:9092"))) {
            broker.subscribe(topic, "group", _ -> Handling.DONE);

            long start = System.nanoTime();
            assertThat(broker.publish(topic, "key", EVENT)).isInstanceOf(NotPublished.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_broker_that_is_down_does_not_flood_the_log() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (KafkaBroker broker = new KafkaBroker(hastySettings("127.0.0.1:" + FreePort.any()))) {
            broker.subscribe(topic, "one", _ -> Handling.DONE);
            broker.subscribe(topic, "two", _ -> Handling.DONE);
            broker.ensure(List.of(topic));
            for (int i = 0; i < 3; i++) {
                broker.publish(topic, "key", EVENT);
            }
        } finally {
            root.detachAppender(log);
        }

        assertThat(log.list).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void topics_are_created_with_their_retention_and_dead_letters_kept_longer() throws Exception {
        try (KafkaBroker broker =
                        new KafkaBroker(settings(TestServers.kafka().bootstrapServers()));
                Admin admin = admin()) {
            broker.ensure(List.of(topic));
            await().until(() -> description(admin, topic.deadLetters()).isPresent());

            assertThat(description(admin, topic).orElseThrow().partitions()).hasSize(4);
            assertThat(configuration(admin, topic, TopicConfig.RETENTION_MS_CONFIG))
                    .isEqualTo("420000");
            assertThat(configuration(admin, topic.deadLetters(), TopicConfig.RETENTION_MS_CONFIG))
                    .isEqualTo(Long.toString(Duration.ofDays(14).toMillis()));
        }
    }

    @Test
    void a_topic_that_the_broker_made_by_itself_gets_its_partitions() throws Exception {
        try (KafkaBroker broker =
                        new KafkaBroker(settings(TestServers.kafka().bootstrapServers()));
                Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name(), 1, (short) 1))).all().get();

            broker.ensure(List.of(topic));

            await().until(() -> description(admin, topic).orElseThrow().partitions().size() == 4);
        }
    }

    @Test
    @Tag("RELIABILITY-12")
    void a_dead_letter_too_large_for_its_topic_is_kept_without_its_body() throws Exception {
        try (KafkaBroker broker =
                        new KafkaBroker(settings(TestServers.kafka().bootstrapServers()));
                Admin admin = admin()) {
            NewTopic small =
                    new NewTopic(topic.deadLetters().name(), 1, (short) 1)
                            .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2000"));
            admin.createTopics(List.of(small)).all().get();
            Subscription subscription =
                    broker.subscribe(topic, "group", _ -> Handling.dead("nobody wants it"));
            await().until(() -> subscription.state().assigned());
            WireEvent large = new WireEvent(EVENT.attributes(), new byte[10_000]);

            assertThat(broker.publish(topic, "key", large)).isInstanceOf(Published.class);

            await().until(() -> KafkaBrokerTest.readDeadLetters(topic).size() == 1);
            DeadLetter letter = KafkaBrokerTest.readDeadLetters(topic).getFirst();
            assertThat(letter.cause()).startsWith("nobody wants it; body left out");
            assertThat(letter.body()).isEmpty();
            await().until(() -> subscription.state().held() == 0);
        }
    }

    @Test
    void settings_that_cannot_work_are_refused_with_a_sentence() {
        KafkaSettings sound = settings("127.0.0.1:9092");

        assertThatThrownBy(() -> KafkaSettings.defaults(Map.of()))
                .hasMessage("Kafka: bootstrap.servers is missing");
        assertThatThrownBy(
                        () ->
                                new KafkaSettings(
                                        sound.client(),
                                        Duration.ofSeconds(1),
                                        Duration.ofMillis(500),
                                        1,
                                        0,
                                        sound.limits()))
                .hasMessage("Kafka: linger must be at most a quarter of publish-within");
    }

    private static Admin admin() {
        return Admin.create(
                ClientProperties.admin(settings(TestServers.kafka().bootstrapServers())));
    }

    private static Optional<TopicDescription> description(Admin admin, Topic of)
            throws InterruptedException {
        try {
            return Optional.ofNullable(
                    admin.describeTopics(List.of(of.name())).allTopicNames().get().get(of.name()));
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    private static String configuration(Admin admin, Topic of, String key) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, of.name());
        Map<ConfigResource, Config> all = admin.describeConfigs(List.of(resource)).all().get();
        return all.values().iterator().next().get(key).value();
    }
}
