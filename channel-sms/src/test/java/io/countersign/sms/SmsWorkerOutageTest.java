package io.countersign.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.RunningWorker.Servers;
import io.countersign.channel.kit.TestGateway;
import io.countersign.delivery.Delivery;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventTopics;
import io.countersign.events.Progress;
import io.countersign.events.id.DeliveryId;
import io.countersign.stack.EmbeddedKafka;
import io.countersign.stack.EmbeddedRedis;
import io.countersign.twilio.TwilioStandIn;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The worker while its servers come and go, and while it goes itself. */
class SmsWorkerOutageTest {

    private static final String PASSWORD = "only-for-tests";

    private final int kafkaPort = freePort();
    private final int redisPort = freePort();
    private final String redisUrl = "redis://:" + PASSWORD + "@127.0.0.1:" + redisPort;
    private final TwilioStandIn twilio = new TwilioStandIn();
    private final RedisClient client = RedisClient.create(redisUrl);
    private final RedisStore store = new RedisStore(this::connection, Clock.systemUTC());
    private final TestGateway gateway = new TestGateway(store, Clock.systemUTC());

    @TempDir private Path folder;
    private RunningWorker worker;
    private @Nullable StatefulRedisConnection<String, String> connection;

    @BeforeEach
    void startWorkerWithoutServers() {
        worker =
                SmsWorkerUnderTest.start(
                        new Servers("127.0.0.1:" + kafkaPort, redisUrl), twilio, gateway, folder);
    }

    @AfterEach
    void stop() {
        worker.close();
        twilio.close();
        client.shutdown();
    }

    @Test
    void aWorkerThatStartedWithoutBrokerAndStoreFindsThemAndSurvivesTheirReturn()
            throws IOException {
        assertThat(worker.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health/readiness").body())
                .contains("\"broker\":{\"status\":\"DOWN\"}")
                .contains("\"redis\":{\"status\":\"DOWN\"}");

        try (EmbeddedRedis redis = startRedis();
                EmbeddedKafka _ = startKafka()) {
            awaitSent(publish());
            await().until(() -> readiness() == 200);

            redis.stop();
            await().until(() -> readiness() == 503);
            redis.restart();
            awaitSent(publish());
        }
    }

    @Test
    @Tag("RELIABILITY-15")
    @Tag("RELIABILITY-21")
    void aWorkerThatIsToldToStopFinishesWhatItSends() throws Exception {
        try (EmbeddedRedis _ = startRedis();
                EmbeddedKafka _ = startKafka()) {
            CountDownLatch stopping = new CountDownLatch(1);
            twilio.treats(
                    exchange -> {
                        try {
                            stopping.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        TwilioStandIn.accept().apply(exchange);
                    });
            DeliveryId id = publish();
            await().until(() -> twilio.seen().size() == 1);

            Thread stop = Thread.startVirtualThread(worker::close);
            await().during(Duration.ofMillis(500)).until(stop::isAlive);
            stopping.countDown();
            stop.join();

            assertThat(store.find(List.of(id)).values())
                    .extracting(Delivery::progress)
                    .containsExactly(Progress.SENT);
            assertThat(twilio.seen()).hasSize(1);
        }
    }

    @Test
    @Tag("RELIABILITY-20")
    void aWorkerSaysWhatToSetWhileRedisWouldDropWhatItKeeps() throws IOException {
        try (EmbeddedRedis _ = startRedis()) {
            await().until(() -> redisHealth().contains("UP"));

            connection().sync().configSet("maxmemory", "100mb");
            connection().sync().configSet("maxmemory-policy", "volatile-lru");

            assertThat(redisHealth()).contains("DOWN", "volatile-lru: set it to noeviction");
            assertThat(readiness()).isEqualTo(503);
        }
    }

    private String redisHealth() {
        return JsonMapper.shared()
                .readTree(worker.get("/actuator/health/readiness").body())
                .at("/components/redis")
                .toString();
    }

    private int readiness() {
        return worker.get("/actuator/health/readiness").statusCode();
    }

    private void awaitSent(DeliveryId id) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(worker.progress(id)).isEqualTo(Progress.SENT));
    }

    private DeliveryId publish() {
        DeliveryRequested request = gateway.request(Channel.SMS);
        try (KafkaBroker broker =
                new KafkaBroker(
                        KafkaSettings.defaults(
                                Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort)))) {
            Topic topic = new Topic(EventTopics.requested(Channel.SMS));
            await().until(
                            () ->
                                    broker.publish(
                                                    topic,
                                                    request.subject().wire(),
                                                    gateway.encode(request))
                                            instanceof PublishOutcome.Published);
        }
        return request.delivery(1);
    }

    private StatefulRedisConnection<String, String> connection() {
        if (connection == null) {
            connection = client.connect();
        }
        return connection;
    }

    private EmbeddedRedis startRedis() throws IOException {
        return EmbeddedRedis.start(
                folder.resolve("redis"), redisPort, PASSWORD, EmbeddedRedis.Keeping.NOTHING);
    }

    private EmbeddedKafka startKafka() throws IOException {
        return EmbeddedKafka.start(folder.resolve("kafka"), kafkaPort);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
