package io.countersign.broker.kafka;

import io.countersign.broker.SubscriptionLimits;
import java.time.Duration;
import java.util.Map;

/**
 * How to reach Kafka and how to use it.
 *
 * <p>While no broker answers, Kafka's clients warn about every attempt to connect; this module says
 * it once. Set the logger {@code org.apache.kafka.clients} to {@code ERROR}.
 *
 * @param client properties for all clients, {@code bootstrap.servers} and security among them; they
 *     override this module's tuning, but not what its guarantees need
 * @param publishWithin longest time that a publication takes, success or not; half of it may pass
 *     before the event can be sent (no connection, full buffer), half until it is acknowledged
 * @param linger how long the producer waits for company in a batch
 * @param partitions least number of partitions of a topic, and so the most processes that share its
 *     events; a topic with fewer gets more
 * @param replication copies of a new topic's events, 0 for the broker's default; with 3 or more, an
 *     event counts as stored on 2
 * @param limits for each subscription
 */
public record KafkaSettings(
        Map<String, Object> client,
        Duration publishWithin,
        Duration linger,
        int partitions,
        int replication,
        SubscriptionLimits limits) {

    public KafkaSettings {
        client = Map.copyOf(client);
        require(client.containsKey("bootstrap.servers"), "bootstrap.servers is missing");
        require(publishWithin.toMillis() >= 100, "publish-within must be at least 100 ms");
        require(!linger.isNegative(), "linger must not be negative");
        require(
                linger.multipliedBy(4).compareTo(publishWithin) <= 0,
                "linger must be at most a quarter of publish-within");
        require(partitions >= 1, "partitions must be at least 1");
        require(replication >= 0, "replication must not be negative");
    }

    public static KafkaSettings defaults(Map<String, Object> client) {
        return new KafkaSettings(
                client, Duration.ofSeconds(2), Duration.ZERO, 12, 0, SubscriptionLimits.DEFAULTS);
    }

    /** The same settings with other limits. */
    public KafkaSettings with(SubscriptionLimits other) {
        return new KafkaSettings(client, publishWithin, linger, partitions, replication, other);
    }

    /** The same settings with another longest time for a publication. */
    public KafkaSettings publishingWithin(Duration most) {
        return new KafkaSettings(client, most, linger, partitions, replication, limits);
    }

    /** Passwords may be among the client's properties. */
    @Override
    public String toString() {
        return "KafkaSettings[" + client.get("bootstrap.servers") + "]";
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("Kafka: " + sentence);
        }
    }
}
