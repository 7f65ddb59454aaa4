package io.countersign.channel.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.Broker;
import io.countersign.broker.Handling;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.redis.RedisNotes;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.channel.kit.RunningWorker.Servers;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Progress;
import io.countersign.events.Statement;
import io.countersign.events.WireEvent;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.stack.TestServers;
import io.countersign.test.Patience;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is around a channel's running workers: the gateway, real Kafka and real Redis. */
public final class Surroundings implements AutoCloseable {

    private final RedisClient client = RedisClient.create(TestServers.redis().url());
    private final StatefulRedisConnection<String, String> connection = client.connect();
    private final RedisStore store = new RedisStore(() -> connection, Clock.systemUTC());
    private final RedisNotes notes = new RedisNotes(() -> connection);
    private final TestGateway gateway = new TestGateway(store, Clock.systemUTC());
    private final EventCodec codec = new EventCodec("/test");
    private final Broker broker =
            new KafkaBroker(
                    KafkaSettings.defaults(
                                    Map.of(
                                            "bootstrap.servers",
                                            TestServers.kafka().bootstrapServers()))
                            .publishingWithin(Patience.LONG));
    private final List<WireEvent> seen = new CopyOnWriteArrayList<>();
    private final Channel channel;

    public Surroundings(Channel channel) {
        this.channel = channel;
    }

    /** Where all workers of tests find Kafka and Redis. */
    public static Servers servers() {
        return new Servers(TestServers.kafka().bootstrapServers(), TestServers.redis().url());
    }

    /** Keeps from now on what comes on these topics. */
    public void hear(Topic... topics) {
        for (Topic topic : topics) {
            broker.subscribe(
                    topic,
                    "test-" + UUID.randomUUID(),
                    received -> {
                        seen.add(received.event());
                        return Handling.DONE;
                    });
        }
    }

    /** What was heard so far. */
    public List<WireEvent> seen() {
        return seen;
    }

    public Topic requests() {
        return new Topic(EventTopics.requested(channel));
    }

    public Broker broker() {
        return broker;
    }

    public TestGateway gateway() {
        return gateway;
    }

    public RedisStore store() {
        return store;
    }

    public RedisNotes notes() {
        return notes;
    }

    /** The channel's own, which the gateway has too. */
    public ChannelSeal seal() {
        return new ChannelSeal(channel, gateway.keys(channel).sealing());
    }

    /** Hands the request to the channel's workers. */
    public DeliveryId publish(DeliveryRequested request) {
        assertThat(broker.publish(requests(), request.subject().wire(), gateway.encode(request)))
                .isInstanceOf(PublishOutcome.Published.class);
        return request.delivery(1);
    }

    public void awaitReport(DeliveryId id, Progress progress) {
        await().untilAsserted(() -> assertThat(reports(id)).contains(progress));
    }

    /** What was reported of a delivery so far. */
    public List<Progress> reports(DeliveryId id) {
        return heard(codec::decodeReported)
                .filter(report -> report.delivery().equals(id))
                .map(DeliveryReported::progress)
                .toList();
    }

    /** The statement of this name that the gateway was told of, once it was. */
    public Statement awaitStatement(ChallengeId about, String name) {
        await().until(() -> wasTold(about, name));
        return statement(about, name).orElseThrow();
    }

    public Optional<Statement> statement(ChallengeId about, String name) {
        return notes.find(about, name).flatMap(kept -> seal().openStatement(kept, about, name));
    }

    /** All that was heard, as text. */
    public Stream<String> heardTexts() {
        return seen.stream()
                .map(
                        event ->
                                event.attributes()
                                        + new String(event.data(), StandardCharsets.ISO_8859_1));
    }

    /**
     * What is in Redis, as text.
     *
     * @param keys which keys, as the command KEYS takes them
     */
    public Stream<String> keptTexts(String keys) {
        return connection.sync().keys(keys).stream().map(key -> key + value(key));
    }

    @Override
    public void close() {
        broker.close();
        connection.close();
        client.shutdown();
    }

    private boolean wasTold(ChallengeId about, String name) {
        return heard(codec::decodeStatementMade)
                .anyMatch(made -> made.challenge().equals(about) && made.name().equals(name));
    }

    private <E> Stream<E> heard(Function<WireEvent, Decoded<E>> decode) {
        return seen.stream()
                .map(decode)
                .filter(Decoded.Event.class::isInstance)
                .map(decoded -> ((Decoded.Event<E>) decoded).value());
    }

    private String value(String key) {
        return switch (connection.sync().type(key)) {
            case "hash" -> connection.sync().hgetall(key).toString();
            case "string" -> connection.sync().get(key);
            default -> "";
        };
    }
}
