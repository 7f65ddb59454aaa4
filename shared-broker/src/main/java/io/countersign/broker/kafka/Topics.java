package io.countersign.broker.kafka;

import io.countersign.broker.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that topics and their dead letters exist. An existing topic stays as it is, except
 * that it gets more partitions if it has too few: a broker that creates topics by itself makes one
 * partition.
 */
final class Topics {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    private final Future<Admin> admin;
    private final KafkaSettings settings;

    Topics(Future<Admin> admin, KafkaSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    void ensure(Collection<Topic> topics) throws ExecutionException, InterruptedException {
        for (Topic topic : topics) {
            ensure(topic, settings.partitions(), Map.of());
            ensure(
                    topic.deadLetters(),
                    1,
                    Map.of(
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                            Integer.toString(ClientProperties.LARGEST_RECORD)));
        }
    }

    private void ensure(Topic topic, int partitions, Map<String, String> configuration)
            throws ExecutionException, InterruptedException {
        Optional<TopicDescription> existing = describe(topic.name());
        if (existing.isEmpty()) {
            create(topic, partitions, configuration);
        } else if (existing.get().partitions().size() < partitions) {
            grow(topic, partitions);
        }
    }

    private Optional<TopicDescription> describe(String name)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.ofNullable(
                    admin.get().describeTopics(List.of(name)).allTopicNames().get().get(name));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void create(Topic topic, int partitions, Map<String, String> configuration)
            throws ExecutionException, InterruptedException {
        Map<String, String> all = new HashMap<>(configuration);
        all.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()));
        if (settings.replication() >= 3) {
            all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        Optional<Short> replication =
                Optional.of((short) settings.replication()).filter(copies -> copies > 0);
        NewTopic wanted =
                new NewTopic(topic.name(), Optional.of(partitions), replication).configs(all);
        try {
            admin.get().createTopics(List.of(wanted)).all().get();
            LOG.info("Created topic {} with {} partitions", topic.name(), partitions);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Too few partitions limit sharing, but are no reason not to run. */
    private void grow(Topic topic, int partitions) throws InterruptedException {
        try {
            admin.get()
                    .createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
            LOG.info("Topic {} now has {} partitions", topic.name(), partitions);
        } catch (ExecutionException e) {
            LOG.warn(
                    "Topic {} stays under {} partitions: {}",
                    topic.name(),
                    partitions,
                    e.toString());
        }
    }
}
