package io.countersign.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.Handling;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.redis.RedisNotes;
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
import io.countersign.events.Statement;
import io.countersign.events.WireEvent;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.Message;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
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
import java.util.Optional;
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
class VoiceWorkerTest {

    private static final Topic REQUESTS = new Topic(EventTopics.requested(Channel.VOICE));
    private static final Topic REPORTS = new Topic(EventTopics.REPORTED);
    private static final String PATH = "/twilio/calls/";
    private static final Message CALL = new Message.CallingNumber();
    private static final Message SPOKEN = new Message.SpokenCode(TestGateway.CODE);

    private final RedisClient redis = RedisClient.create(TestServers.redis().url());
    private final StatefulRedisConnection<String, String> connection = redis.connect();
    private final RedisStore store = new RedisStore(() -> connection, Clock.systemUTC());
    private final RedisNotes statements = new RedisNotes(() -> connection);
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
                VoiceWorkerUnderTest.start(
                        new Servers(
                                TestServers.kafka().bootstrapServers(), TestServers.redis().url()),
                        twilio,
                        gateway,
                        keys);
    }

    @BeforeEach
    void behave() {
        twilio.treats(TwilioStandIn.dial());
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
    void a_phone_rings_and_nobody_has_to_answer() {
        DeliveryId id = publish(CALL);
        awaitReport(id, Progress.SENT);

        hear(id, "initiated");
        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
        hear(id, "ringing");
        assertThat(worker.progress(id)).isEqualTo(Progress.RINGING);
        awaitReport(id, Progress.RINGING);
        hear(id, "no-answer");

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
        awaitReport(id, Progress.DELIVERED);
        assertThat(dials(id)).hasSize(1);
    }

    @Test
    void the_gateway_can_read_the_calls_ending_before_anybody_dials() {
        List<Optional<CallEnding>> atDialling = new CopyOnWriteArrayList<>();
        DeliveryRequested request = gateway.request(CALL, Channel.VOICE);
        DeliveryId id = request.delivery(1);
        twilio.treats(
                exchange -> {
                    atDialling.add(stated(id));
                    TwilioStandIn.dial().apply(exchange);
                });
        publish(request);
        awaitReport(id, Progress.SENT);

        String from = dials(id).getFirst().form().getOrDefault("From", "");
        assertThat(atDialling).hasSize(1);
        assertThat(atDialling.getFirst())
                .contains(new CallEnding(from.substring(from.length() - 4)));
    }

    @Test
    void a_spoken_code_arrives_only_with_who_answers() {
        DeliveryId unanswered = publish(SPOKEN);
        DeliveryId answered = publish(SPOKEN);
        awaitReport(unanswered, Progress.SENT);
        awaitReport(answered, Progress.SENT);

        List.of("ringing", "no-answer").forEach(status -> hear(unanswered, status));
        List.of("ringing", "in-progress", "completed").forEach(status -> hear(answered, status));

        assertThat(worker.progress(unanswered)).isEqualTo(Progress.FAILED);
        assertThat(worker.progress(answered)).isEqualTo(Progress.DELIVERED);
        assertThat(stated(answered)).isEmpty();
    }

    @Test
    @Tag("RELIABILITY-7")
    void the_same_event_ten_times_at_once_is_one_call() {
        DeliveryRequested request = gateway.request(CALL, Channel.VOICE);
        DeliveryId id = request.delivery(1);
        for (int i = 0; i < 10; i++) {
            publish(request);
        }

        await().until(() -> reports(id).stream().filter(Progress.SENT::equals).count() >= 10);
        assertThat(dials(id)).hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-8")
    void what_is_heard_before_the_call_is_recorded_is_kept() {
        twilio.treats(
                exchange -> {
                    TwilioStandIn.Seen call = twilio.seen().getLast();
                    DeliveryId id =
                            DeliveryId.parse(
                                    call.form()
                                            .getOrDefault("StatusCallback", "")
                                            .substring(
                                                    (VoiceWorkerUnderTest.CALLBACKS + PATH)
                                                            .length()));
                    hear(id, "ringing");
                    hear(id, "no-answer");
                    TwilioStandIn.dial().apply(exchange);
                });
        DeliveryId id = publish(CALL);

        awaitReport(id, Progress.DELIVERED);
        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
    }

    @Test
    @Tag("SECURITY-18")
    @Tag("RELIABILITY-8")
    void callbacks_repeated_and_in_the_wrong_order_lead_to_the_same() {
        DeliveryId id = publish(CALL);
        awaitReport(id, Progress.SENT);

        for (String status : List.of("no-answer", "ringing", "initiated", "no-answer", "ringing")) {
            hear(id, status);
        }

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
    }

    @Test
    @Tag("SECURITY-18")
    void a_callback_that_twilio_did_not_sign_changes_nothing() {
        DeliveryId id = publish(CALL);
        DeliveryId other = publish(CALL);
        awaitReport(id, Progress.SENT);
        TwilioCallback callback = callbackFor(id, "busy");
        String path = path(id);
        String right = callback.signature(TwilioStandIn.TOKEN);

        assertThat(worker.postForm(path, callback.form()).statusCode()).isEqualTo(403);
        assertThat(post(path, callback.form(), callback.signature("other"))).isEqualTo(403);
        assertThat(post(path, callbackFor(id, "ringing").form(), right)).isEqualTo(403);
        assertThat(post(path, callback.form() + "&Extra=1", right)).isEqualTo(403);
        assertThat(post(path(other), callback.form(), right)).isEqualTo(403);

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    void a_call_that_nobody_placed_and_a_status_that_nobody_knows_are_ignored() {
        DeliveryId id = publish(CALL);
        awaitReport(id, Progress.SENT);

        hear(id, "teleported");
        hear(gateway.unrecorded(Channel.VOICE).delivery(1), "ringing");

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    void nothing_but_health_is_told_to_everybody() {
        assertThat(worker.get("/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(worker.get("/actuator/info").statusCode()).isEqualTo(404);
    }

    @Test
    void health_tells_how_many_numbers_are_well() {
        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health").body())
                .contains("\"numbers\":{\"details\":{\"well\":100,\"resting\":[]}");
    }

    @Test
    @Tag("SECURITY-23")
    void neither_codes_nor_numbers_are_in_logs_topics_or_redis(CapturedOutput output) {
        for (var treatment :
                List.of(
                        TwilioStandIn.dial(),
                        TwilioStandIn.refuse(400, 21211),
                        TwilioStandIn.answerWith(500, "+12015550123 042137"))) {
            twilio.treats(treatment);
            for (Message message : List.of(CALL, SPOKEN)) {
                DeliveryId id = publish(message);
                await().until(() -> !reports(id).isEmpty());
                hear(id, "failed");
            }
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
                .doesNotContain("0, 4, 2, 1, 3, 7")
                .doesNotContain(TestGateway.PHONE.value().substring(1))
                .doesNotContain("1212555")
                .doesNotContain(TwilioStandIn.TOKEN);
    }

    private String dump(String key) {
        return switch (connection.sync().type(key)) {
            case "hash" -> connection.sync().hgetall(key).toString();
            case "string" -> connection.sync().get(key);
            default -> "";
        };
    }

    private Optional<CallEnding> stated(DeliveryId id) {
        ChannelSeal seal = new ChannelSeal(Channel.VOICE, gateway.keys(Channel.VOICE).sealing());
        ChallengeId challenge = (ChallengeId) id.subject();
        String name = Statement.Calling.name(id);
        return statements
                .find(challenge, name)
                .flatMap(sealing -> seal.openStatement(sealing, challenge, name))
                .filter(Statement.Calling.class::isInstance)
                .map(statement -> ((Statement.Calling) statement).ending());
    }

    private DeliveryId publish(Message message) {
        DeliveryRequested request = gateway.request(message, Channel.VOICE);
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

    private List<TwilioStandIn.Seen> dials(DeliveryId id) {
        return twilio.seen().stream()
                .filter(
                        request ->
                                request.form()
                                        .containsValue(VoiceWorkerUnderTest.CALLBACKS + path(id)))
                .toList();
    }

    private void hear(DeliveryId id, String status) {
        TwilioCallback callback = callbackFor(id, status);
        HttpResponse<String> answer =
                worker.postForm(
                        path(id),
                        callback.form(),
                        "X-Twilio-Signature",
                        callback.signature(TwilioStandIn.TOKEN));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private int post(String path, String form, String signature) {
        return worker.postForm(path, form, "X-Twilio-Signature", signature).statusCode();
    }

    private static TwilioCallback callbackFor(DeliveryId id, String status) {
        return TwilioCallback.call(
                VoiceWorkerUnderTest.CALLBACKS + path(id), TwilioStandIn.CALL_SID, status);
    }

    private static String path(DeliveryId id) {
        return PATH + id.wire();
    }
}
