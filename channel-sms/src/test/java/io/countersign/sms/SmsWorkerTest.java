package io.countersign.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.Handling;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.RunningWorker.Servers;
import io.countersign.channel.kit.TestGateway;
import io.countersign.events.Channel;
import io.countersign.events.Decoded;
import io.countersign.events.DeliveryReported;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Progress;
import io.countersign.events.WireEvent;
import io.countersign.events.id.DeliveryId;
import io.countersign.stack.TestServers;
import io.countersign.test.Patience;
import io.countersign.twilio.TwilioCallback;
import io.countersign.twilio.TwilioStandIn;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole worker on real Kafka and Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SmsWorkerTest {

    private static final Topic REQUESTS = new Topic(EventTopics.requested(Channel.SMS));
    private static final Topic REPORTS = new Topic(EventTopics.REPORTED);

    private final RedisClient redis = RedisClient.create(TestServers.redis().url());
    private final StatefulRedisConnection<String, String> connection = redis.connect();
    private final RedisStore store = new RedisStore(() -> connection, Clock.systemUTC());
    private final TestGateway gateway = new TestGateway(store, Clock.systemUTC());
    private final KafkaBroker broker =
            new KafkaBroker(
                    new KafkaSettings(
                            Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
                            Patience.LONG,
                            Duration.ZERO,
                            12,
                            0,
                            SubscriptionLimits.DEFAULTS));
    private final List<WireEvent> seen = new CopyOnWriteArrayList<>();
    private final TwilioStandIn twilio = new TwilioStandIn();
    private RunningWorker worker;

    @BeforeAll
    void start(@TempDir Path keys) {
        for (Topic topic : List.of(REQUESTS, REPORTS, REQUESTS.deadLetters())) {
            broker.subscribe(
                    topic,
                    "test-" + UUID.randomUUID(),
                    received -> {
                        seen.add(received.event());
                        return Handling.DONE;
                    });
        }
        worker =
                SmsWorkerUnderTest.start(
                        new Servers(
                                TestServers.kafka().bootstrapServers(), TestServers.redis().url()),
                        twilio,
                        gateway,
                        keys);
    }

    @BeforeEach
    void behave() {
        twilio.treats(TwilioStandIn.accept());
    }

    @AfterAll
    void stop() {
        worker.close();
        broker.close();
        twilio.close();
        connection.close();
        redis.shutdown();
    }

    @Test
    void aRequestedCodeIsSentAndItsArrivalReported() {
        DeliveryId id = publish();
        awaitReport(id, Progress.SENT);

        assertThat(callback(id, "delivered").statusCode()).isEqualTo(204);

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
        awaitReport(id, Progress.DELIVERED);
        assertThat(sends(id)).isEqualTo(1);
    }

    @Test
    @Tag("RELIABILITY-7")
    void theSameEventTenTimesAtOnceIsOneSend() {
        DeliveryRequested request = gateway.request(Channel.SMS);
        DeliveryId id = request.delivery(1);
        for (int i = 0; i < 10; i++) {
            publish(request);
        }

        await().until(() -> reports(id).stream().filter(Progress.SENT::equals).count() >= 10);
        assertThat(sends(id)).isEqualTo(1);
    }

    @Test
    @Tag("SECURITY-18")
    void aCallbackThatTwilioDidNotSignChangesNothing() {
        DeliveryId id = publish();
        awaitReport(id, Progress.SENT);
        TwilioCallback callback = callbackFor(id, "undelivered");
        String path = path(id);
        String right = callback.signature(TwilioStandIn.TOKEN);

        assertThat(worker.postForm(path, callback.form()).statusCode()).isEqualTo(403);
        assertThat(post(path, callback.form(), callback.signature("other"))).isEqualTo(403);
        assertThat(post(path, callbackFor(id, "delivered").form(), right)).isEqualTo(403);
        assertThat(post(path, callback.form() + "&Extra=1", right)).isEqualTo(403);
        assertThat(post(path + "?Extra=1", callback.form(), right)).isEqualTo(403);
        assertThat(post(path.replace(".1.0.1", ".2.0.1"), callback.form(), right)).isEqualTo(403);

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    @Tag("SECURITY-18")
    @Tag("RELIABILITY-8")
    void callbacksRepeatedAndInTheWrongOrderAreHarmless() {
        DeliveryId id = publish();
        awaitReport(id, Progress.SENT);

        for (String status : List.of("delivered", "sent", "queued", "delivered", "undelivered")) {
            assertThat(callback(id, status).statusCode()).isEqualTo(204);
        }

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
    }

    @Test
    void anUnknownStatusIsIgnored() {
        DeliveryId id = publish();
        awaitReport(id, Progress.SENT);

        assertThat(callback(id, "teleported").statusCode()).isEqualTo(204);

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    void aMessageThatDidNotArriveSaysWhy() {
        DeliveryId id = publish();
        awaitReport(id, Progress.SENT);

        callback(id, "undelivered", "30006");

        assertThat(worker.progress(id)).isEqualTo(Progress.FAILED);
        awaitReport(id, Progress.FAILED);
    }

    @Test
    @Tag("RELIABILITY-12")
    void poisonGoesToTheDeadLettersAndTheQueueMovesOn() {
        WireEvent good = gateway.encode(gateway.request(Channel.SMS));
        byte[] poison = "{".getBytes(StandardCharsets.UTF_8);
        broker.publish(REQUESTS, "poison", new WireEvent(good.attributes(), poison));
        DeliveryId id = publish();

        awaitReport(id, Progress.SENT);
        await().untilAsserted(
                        () ->
                                assertThat(seen)
                                        .filteredOn(event -> event.data().length == 1)
                                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void nothingButHealthIsToldToEverybody() {
        assertThat(worker.get("/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(worker.get("/actuator/info").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("RELIABILITY-28")
    void aRunningWorkerSaysThatItIsAlive() {
        await().until(() -> worker.alive(Channel.SMS) == 1);
    }

    @Test
    void healthTellsBrokerStoreAndProviderApart() {
        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health").body())
                .contains("\"broker\":{\"status\":\"UP\"}")
                .contains("\"redis\":{\"status\":\"UP\"}")
                .contains("\"provider\":{\"details\":{\"twilio\":");
    }

    @Test
    @Tag("SECURITY-23")
    void neitherCodeNorNumberIsInLogsTopicsOrRedis(CapturedOutput output) {
        for (var treatment :
                List.of(
                        TwilioStandIn.accept(),
                        TwilioStandIn.refuse(400, 21211),
                        TwilioStandIn.answerWith(500, "+12015550123 042137"))) {
            twilio.treats(treatment);
            DeliveryId id = publish();
            await().until(() -> !reports(id).isEmpty());
            callback(id, "undelivered", "30003");
        }

        assertThat(output.getAll()).contains("outcome=accepted").contains("outcome=refused");
        assertHoldsNothing(output.getAll());
        seen.forEach(
                event ->
                        assertHoldsNothing(
                                event.attributes()
                                        + new String(event.data(), StandardCharsets.ISO_8859_1)));
        connection.sync().keys("*").forEach(key -> assertHoldsNothing(key + dump(key)));
    }

    private static void assertHoldsNothing(String text) {
        assertThat(text)
                .doesNotContain(TestGateway.CODE.digits())
                .doesNotContain(TestGateway.PHONE.value().substring(1))
                .doesNotContain(TwilioStandIn.TOKEN);
    }

    private String dump(String key) {
        return switch (connection.sync().type(key)) {
            case "hash" -> connection.sync().hgetall(key).toString();
            case "string" -> connection.sync().get(key);
            default -> "";
        };
    }

    private DeliveryId publish() {
        DeliveryRequested request = gateway.request(Channel.SMS);
        publish(request);
        return request.delivery(1);
    }

    private void publish(DeliveryRequested request) {
        assertThat(broker.publish(REQUESTS, request.subject().wire(), gateway.encode(request)))
                .isInstanceOf(PublishOutcome.Published.class);
    }

    private void awaitReport(DeliveryId id, Progress progress) {
        await().untilAsserted(() -> assertThat(reports(id)).contains(progress));
    }

    private List<Progress> reports(DeliveryId id) {
        EventCodec codec = new EventCodec("/test");
        return seen.stream()
                .map(codec::decodeReported)
                .filter(Decoded.Event.class::isInstance)
                .map(decoded -> ((Decoded.Event<DeliveryReported>) decoded).value())
                .filter(report -> report.delivery().equals(id))
                .map(DeliveryReported::progress)
                .toList();
    }

    private long sends(DeliveryId id) {
        return twilio.seen().stream()
                .filter(
                        request ->
                                request.form()
                                        .containsValue(SmsWorkerUnderTest.CALLBACKS + path(id)))
                .count();
    }

    private HttpResponse<String> callback(DeliveryId id, String status, String... errorCode) {
        TwilioCallback callback = callbackFor(id, status, errorCode);
        return worker.postForm(
                path(id),
                callback.form(),
                "X-Twilio-Signature",
                callback.signature(TwilioStandIn.TOKEN));
    }

    private int post(String path, String form, String signature) {
        return worker.postForm(path, form, "X-Twilio-Signature", signature).statusCode();
    }

    private static TwilioCallback callbackFor(DeliveryId id, String status, String... errorCode) {
        return TwilioCallback.message(
                SmsWorkerUnderTest.CALLBACKS + path(id), TwilioStandIn.SID, status, errorCode);
    }

    private static String path(DeliveryId id) {
        return "/twilio/status/" + id.wire();
    }
}
