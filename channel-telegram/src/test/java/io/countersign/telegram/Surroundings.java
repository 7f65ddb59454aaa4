package io.countersign.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.Handling;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.challenge.redis.RedisNotes;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Dispatch;
import io.countersign.channel.kit.TestGateway;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Progress;
import io.countersign.events.Purpose;
import io.countersign.events.Statement;
import io.countersign.events.StatementMade;
import io.countersign.events.WireEvent;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.stack.TestServers;
import io.countersign.test.Patience;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** What is around running workers: the gateway, the broker and the store. */
final class Surroundings implements AutoCloseable {

    static final Map<Fact, String> FACTS =
            Map.of(Fact.ADDRESS, "198.51.100.7", Fact.DEVICE, "Firefox on Linux");

    private static final Topic REQUESTS = new Topic(EventTopics.requested(Channel.TELEGRAM));

    private final RedisClient client = RedisClient.create(TestServers.redis().url());
    private final StatefulRedisConnection<String, String> connection = client.connect();
    private final RedisStore store = new RedisStore(() -> connection, Clock.systemUTC());
    private final RedisNotes notes = new RedisNotes(() -> connection);
    private final TestGateway gateway = new TestGateway(store, Clock.systemUTC());
    private final EventCodec codec = new EventCodec("/test");
    private final KafkaBroker broker =
            new KafkaBroker(
                    KafkaSettings.defaults(
                                    Map.of(
                                            "bootstrap.servers",
                                            TestServers.kafka().bootstrapServers()))
                            .publishingWithin(Patience.LONG));
    private final List<WireEvent> seen = new CopyOnWriteArrayList<>();

    Surroundings() {
        for (String topic : List.of(EventTopics.REPORTED, EventTopics.STATED)) {
            broker.subscribe(
                    new Topic(topic),
                    "test-" + UUID.randomUUID(),
                    received -> {
                        seen.add(received.event());
                        return Handling.DONE;
                    });
        }
    }

    TestGateway gateway() {
        return gateway;
    }

    RedisCommands<String, String> redis() {
        return connection.sync();
    }

    RedisNotes notes() {
        return notes;
    }

    ChannelSeal seal() {
        return new ChannelSeal(Channel.TELEGRAM, gateway.keys(Channel.TELEGRAM).sealing());
    }

    List<WireEvent> seen() {
        return seen;
    }

    /** Asks the person of this chat, in a challenge that lives so long. */
    DeliveryRequested ask(long chat, Duration lifetime) {
        DeliveryRequested request =
                gateway.request(
                        new Destination("" + chat),
                        new Message.Confirmation(List.of(42, 17, 99), FACTS),
                        Channel.TELEGRAM);
        Instant now = store.now();
        Terms terms =
                new Terms(
                        (ChallengeId) request.subject(),
                        Purpose.SIGN_IN,
                        "account",
                        "session",
                        now,
                        now.plus(lifetime));
        var _ = store.open(new Pending(terms, 5, SealedCode.none(), List.of()), Dispatch.NOTHING);
        assertThat(broker.publish(REQUESTS, request.subject().wire(), gateway.encode(request)))
                .isInstanceOf(PublishOutcome.Published.class);
        return request;
    }

    /** The challenge comes to an end. */
    void end(DeliveryRequested request, BiFunction<Terms, Instant, Challenge> ending) {
        var _ =
                store.update(
                        (ChallengeId) request.subject(),
                        (current, now) ->
                                new Change<>(
                                        ending.apply(current.terms(), now), "", Dispatch.NOTHING));
    }

    /** The statement of this name that the gateway was told of, once it was. */
    Statement awaitStatement(ChallengeId about, String name) {
        await().until(() -> wasTold(about, name));
        return statement(about, name).orElseThrow();
    }

    Optional<Statement> statement(ChallengeId about, String name) {
        return notes.find(about, name).flatMap(kept -> seal().openStatement(kept, about, name));
    }

    void awaitReport(DeliveryRequested request, Progress progress) {
        await().untilAsserted(() -> assertThat(reports(request)).contains(progress));
    }

    List<Progress> reports(DeliveryRequested request) {
        return seen.stream()
                .map(codec::decodeReported)
                .filter(Decoded.Event.class::isInstance)
                .map(decoded -> ((Decoded.Event<DeliveryReported>) decoded).value())
                .filter(report -> report.delivery().equals(request.delivery(1)))
                .map(DeliveryReported::progress)
                .toList();
    }

    @Override
    public void close() {
        broker.close();
        connection.close();
        client.shutdown();
    }

    private boolean wasTold(ChallengeId about, String name) {
        return seen.stream()
                .map(codec::decodeStatementMade)
                .filter(Decoded.Event.class::isInstance)
                .map(decoded -> ((Decoded.Event<StatementMade>) decoded).value())
                .anyMatch(made -> made.challenge().equals(about) && made.name().equals(name));
    }
}
