package io.countersign.broker.kafka;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka clients' properties: our tuning, overridden by the operator's, overridden by what our
 * guarantees need.
 */
final class ClientProperties {

    /**
     * Largest record that a dead letter may be; an unreadable record may be larger than any event
     * of ours.
     */
    static final int LARGEST_RECORD = 16 * 1024 * 1024;

    /**
     * The least that brokers allow by default: after this time, a killed process's share is given
     * away.
     */
    private static final int SESSION_MILLIS = 6_000;

    /** How soon a member learns that shares move. */
    private static final int HEARTBEAT_MILLIS = 1_000;

    /**
     * How long the broker holds a request for records when there are none; a record ends the wait.
     * Only a share that has just been given to the consumer may have to wait for it.
     */
    private static final int FETCH_MILLIS = 2_000;

    /** How soon a consumer learns that a topic has more partitions. */
    private static final int METADATA_MILLIS = 30_000;

    /** An hour without a login must not make the next one fetch metadata first. */
    private static final long IDLE_METADATA_MILLIS = Duration.ofDays(1).toMillis();

    private static final int ADMIN_MILLIS = 5_000;

    private static final Map<String, Object> RECONNECTING =
            Map.ofEntries(
                    entry("reconnect.backoff.ms", 100), entry("reconnect.backoff.max.ms", 1_000));

    private ClientProperties() {}

    static Map<String, Object> producer(KafkaSettings settings) {
        int half = Math.toIntExact(settings.publishWithin().toMillis() / 2);
        int linger = Math.toIntExact(settings.linger().toMillis());
        return layered(
                Map.ofEntries(
                        entry("compression.type", "none"),
                        entry("metadata.max.idle.ms", IDLE_METADATA_MILLIS)),
                settings,
                Map.ofEntries(
                        entry("acks", "all"),
                        entry("enable.idempotence", true),
                        entry("linger.ms", linger),
                        entry("max.block.ms", half),
                        entry("delivery.timeout.ms", half),
                        entry("request.timeout.ms", half - linger),
                        entry("max.request.size", LARGEST_RECORD),
                        entry("key.serializer", ByteArraySerializer.class),
                        entry("value.serializer", ByteArraySerializer.class)));
    }

    /** For the group protocol, see docs/decisions/0001-kafka-consumption.md. */
    static Map<String, Object> consumer(KafkaSettings settings) {
        return layered(
                Map.ofEntries(
                        entry("session.timeout.ms", SESSION_MILLIS),
                        entry("heartbeat.interval.ms", HEARTBEAT_MILLIS),
                        entry(
                                "partition.assignment.strategy",
                                CooperativeStickyAssignor.class.getName()),
                        entry("metadata.max.age.ms", METADATA_MILLIS),
                        entry("fetch.max.wait.ms", FETCH_MILLIS),
                        entry("max.poll.records", Math.min(settings.limits().inFlight(), 500))),
                settings,
                Map.ofEntries(
                        entry("group.protocol", "classic"),
                        entry("enable.auto.commit", false),
                        entry("auto.offset.reset", "earliest"),
                        entry("allow.auto.create.topics", false),
                        entry("key.deserializer", ByteArrayDeserializer.class),
                        entry("value.deserializer", ByteArrayDeserializer.class)));
    }

    static Map<String, Object> admin(KafkaSettings settings) {
        return layered(
                Map.ofEntries(
                        entry("request.timeout.ms", ADMIN_MILLIS),
                        entry("default.api.timeout.ms", ADMIN_MILLIS)),
                settings,
                Map.of());
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
