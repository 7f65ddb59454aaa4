package io.countersign.broker.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.broker.Broker;
import io.countersign.broker.EventHandler;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.PublishOutcome.NotPublished;
import io.countersign.broker.PublishOutcome.Published;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import io.countersign.events.WireEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Apache Kafka as broker: one producer and one admin client, and a consumer per subscription. */
public final class KafkaBroker implements Broker {

    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final RetryUntilDone retry = new RetryUntilDone();
    private final Queue<Subscription> subscriptions = new ConcurrentLinkedQueue<>();
    private final KafkaSettings settings;
    private final Future<KafkaProducer<byte[], byte[]>> producer;
    private final Future<Admin> admin;
    private final Writer writer;
    private final Topics topics;
    private final KafkaSubscriber subscriber;

    /** Connects in the background; nothing has to be there yet, not even the broker's name. */
    public KafkaBroker(KafkaSettings settings) {
        this.settings = settings;
        this.producer =
                retry.untilMade(
                        "make a producer",
                        () -> new KafkaProducer<>(ClientProperties.producer(settings)));
        this.admin =
                retry.untilMade(
                        "make an admin client",
                        () -> Admin.create(ClientProperties.admin(settings)));
        this.writer = new Writer(producer, settings.publishWithin());
        this.topics = new Topics(admin, settings);
        this.subscriber = new KafkaSubscriber(settings, writer, topics, retry);
    }

    @Override
    public PublishOutcome publish(Topic topic, String key, WireEvent event) {
        int most = settings.limits().eventBytes();
        if (event.data().length > most) {
            return new NotPublished("larger than " + most + " bytes: " + event.data().length);
        }
        return writer.write(
                        new ProducerRecord<>(
                                topic.name(),
                                null,
                                key.getBytes(UTF_8),
                                event.data(),
                                CloudEvents.headers(event)))
                .<PublishOutcome>map(failure -> new NotPublished(failure.toString()))
                .orElseGet(Published::new);
    }

    @Override
    public Subscription subscribe(Topic topic, String group, EventHandler handler) {
        Subscription subscription = subscriber.subscribe(topic, group, handler);
        subscriptions.add(subscription);
        return subscription;
    }

    @Override
    public void ensure(Collection<Topic> wanted) {
        List<Topic> copy = List.copyOf(wanted);
        retry.untilDone("create topics", () -> topics.ensure(copy));
    }

    @Override
    public boolean answers() {
        DescribeClusterOptions options =
                new DescribeClusterOptions().timeoutMs(Math.toIntExact(ANSWER.toMillis()));
        try {
            admin.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .describeCluster(options)
                    .clusterId()
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            subscriptions.forEach(subscription -> atOnce.execute(subscription::close));
        }
        retry.close();
        if (producer.state() == Future.State.SUCCESS) {
            producer.resultNow().close(settings.publishWithin());
        }
        if (admin.state() == Future.State.SUCCESS) {
            admin.resultNow().close(ANSWER);
        }
    }
}
