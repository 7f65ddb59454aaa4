package io.countersign.broker.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients' properties: our tuning, over it the operator's, over that what must hold. */
final class ClientProperties {

    /** Largest record a dead letter may be; poison may be larger than any event of ours. */
    static final int LARGEST_RECORD = 16 * 1024 * 1024;

    private static final Map<String, Object> RECONNECTING =
            Map.of("reconnect.backoff.ms", 100, "reconnect.backoff.max.ms", 1_000);

    private ClientProperties() {}

    static Map<String, Object> producer(KafkaSettings settings) {
        int half = Math.toIntExact(settings.publishWithin().toMillis() / 2);
        int linger = Math.toIntExact(settings.linger().toMillis());
        Map<String, Object> tuning =
                Map.of(
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "none",
                        // An hour without a login must not make the next one fetch metadata first.
                        ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                        Duration.ofDays(1).toMillis());
        Map<String, Object> promises =
                Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        linger,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        half,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        half,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        half - linger,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_RECORD,
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                        ByteArraySerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        ByteArraySerializer.class);
        return layered(tuning, settings, promises);
    }

    static Map<String, Object> consumer(KafkaSettings settings) {
        Map<String, Object> tuning =
                Map.of(
                        // The least that brokers allow: a killed process is missed after 6 s.
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        500,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName(),
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        30_000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        Math.min(settings.limits().inFlight(), 500));
        Map<String, Object> promises =
                Map.of(
                        // docs/decisions/0001: the newer protocol takes over after 45 s.
                        ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                        "classic",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class);
        return layered(tuning, settings, promises);
    }

    static Map<String, Object> admin(KafkaSettings settings) {
        Map<String, Object> tuning =
                Map.of(
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000);
        return layered(tuning, settings, Map.of());
    }

    private static Map<String, Object> layered(
            Map<String, Object> tuning, KafkaSettings settings, Map<String, Object> promises) {
        Map<String, Object> layers = new HashMap<>(RECONNECTING);
        layers.putAll(tuning);
        layers.putAll(settings.client());
        layers.putAll(promises);
        return layers;
    }
}
