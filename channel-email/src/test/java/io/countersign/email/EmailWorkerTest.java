package io.countersign.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.PublishOutcome;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.TestGateway;
import io.countersign.email.smtp.SmtpStandIn;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventTopics;
import io.countersign.events.Progress;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message.Notice;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.DeliveryId;
import io.countersign.stack.TestServers;
import io.countersign.test.Patience;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole worker on real Kafka and Redis. */
@ExtendWith(OutputCaptureExtension.class)
class EmailWorkerTest {

    private static final Topic REQUESTS = new Topic(EventTopics.requested(Channel.EMAIL));
    private static final String ADDRESS = "anna.canary@example.org";
    private static final String TOKEN = "canary-token-in-a-link";
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <(.*)@");

    private final RedisClient redis = RedisClient.create(TestServers.redis().url());
    private final StatefulRedisConnection<String, String> connection = redis.connect();
    private final RedisStore store = new RedisStore(() -> connection, Clock.systemUTC());
    private final TestGateway gateway = new TestGateway(store, Clock.systemUTC());
    private final SmtpStandIn server = new SmtpStandIn();
    private final KafkaBroker broker =
            new KafkaBroker(
                    new KafkaSettings(
                            Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
                            Patience.LONG,
                            Duration.ZERO,
                            12,
                            0,
                            SubscriptionLimits.DEFAULTS));

    @TempDir private Path keys;

    @BeforeEach
    void prepare() {
        broker.ensure(List.of(REQUESTS));
    }

    @AfterEach
    void stop() {
        broker.close();
        server.close();
        connection.close();
        redis.shutdown();
    }

    @Test
    void nothing_but_health_is_told_to_everybody() {
        try (RunningWorker worker = EmailWorkerUnderTest.start(server, gateway, keys)) {
            assertThat(worker.get("/actuator/metrics").statusCode()).isEqualTo(404);
            assertThat(worker.get("/actuator/info").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Tag("RELIABILITY-7")
    void a_notice_that_comes_ten_times_is_one_mail() {
        try (RunningWorker worker = EmailWorkerUnderTest.start(server, gateway, keys)) {
            DeliveryRequested request = request();
            for (int i = 0; i < 10; i++) {
                publish(request);
            }
            DeliveryRequested last = request();
            publish(last);

            awaitSent(worker, List.of(request.delivery(1), last.delivery(1)));
            assertThat(sentIds()).containsOnlyOnce(request.subject().value());
            assertThat(worker.health()).contains("\"provider\":{\"details\":{\"smtp\":\"well\"}");
        }
    }

    @Test
    @Tag("RELIABILITY-6")
    void a_backlog_that_found_the_server_down_is_sent_later_once_each() {
        server.goesDown();
        List<DeliveryRequested> backlog = Stream.generate(this::request).limit(1_000).toList();
        try (RunningWorker worker =
                EmailWorkerUnderTest.start(
                        server, gateway, keys, "countersign.worker.longest-backoff=5s")) {
            backlog.forEach(this::publish);
            await().untilAsserted(() -> assertThat(worker.health()).contains("no connection"));
            assertThat(worker.progress(ids(backlog)))
                    .hasSize(1_000)
                    .containsAnyOf(Progress.QUEUED, Progress.CLAIMED)
                    .doesNotContain(Progress.SENT, Progress.FAILED, Progress.UNKNOWN);

            server.comesUp();

            awaitSent(worker, ids(backlog));
        }
        assertThat(sentIds())
                .containsExactlyInAnyOrderElementsOf(
                        backlog.stream().map(one -> one.subject().value()).toList());
    }

    @Test
    @Tag("SECURITY-23")
    void neither_link_nor_address_nor_password_is_in_logs_or_redis(CapturedOutput output) {
        try (RunningWorker _ =
                EmailWorkerUnderTest.start(
                        server,
                        gateway,
                        keys,
                        "logging.level.root=TRACE",
                        "logging.level.io.countersign=TRACE",
                        "countersign.worker.send-timeout=5s")) {
            for (String reply :
                    List.of(
                            "250 2.0.0 Ok " + ADDRESS,
                            "550 5.1.1 <" + ADDRESS + ">",
                            "451 4.3.0 " + TOKEN,
                            "what? " + ADDRESS)) {
                server.answers(".", reply);
                DeliveryRequested request = request();
                publish(request);
                await().until(() -> sentIds().contains(request.subject().value()));
            }
            await().until(() -> output.getAll().contains("outcome=uncertain"));
        }

        assertThat(output.getAll())
                .contains("outcome=accepted")
                .contains("outcome=refused")
                .contains("outcome=unavailable");
        assertHoldsNothing(output.getAll());
        connection.sync().keys("*").forEach(key -> assertHoldsNothing(key + dump(key)));
    }

    private static void assertHoldsNothing(String text) {
        assertThat(text)
                .doesNotContain(ADDRESS)
                .doesNotContain(TOKEN)
                .doesNotContain(EmailWorkerUnderTest.PASSWORD);
    }

    private String dump(String key) {
        return switch (connection.sync().type(key)) {
            case "hash" -> connection.sync().hgetall(key).toString();
            case "string" -> connection.sync().get(key);
            default -> "";
        };
    }

    private static void awaitSent(RunningWorker worker, Collection<DeliveryId> ids) {
        await().untilAsserted(
                        () ->
                                assertThat(worker.progress(ids))
                                        .hasSize(ids.size())
                                        .containsOnly(Progress.SENT));
    }

    private List<String> sentIds() {
        return server.mails().stream()
                .map(MESSAGE_ID::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private static List<DeliveryId> ids(List<DeliveryRequested> requests) {
        return requests.stream().map(request -> request.delivery(1)).toList();
    }

    private DeliveryRequested request() {
        Notice notice =
                new Notice(
                        NoticeKind.CONFIRM_ADDRESS,
                        Map.of(
                                Fact.LINK,
                                "https://login.example.com/confirm?token=" + TOKEN,
                                Fact.UNTIL,
                                "2030-01-01T00:00:00Z"));
        return gateway.notice(new Destination(ADDRESS), notice, "en");
    }

    private void publish(DeliveryRequested request) {
        assertThat(broker.publish(REQUESTS, request.subject().wire(), gateway.encode(request)))
                .isInstanceOf(PublishOutcome.Published.class);
    }
}
