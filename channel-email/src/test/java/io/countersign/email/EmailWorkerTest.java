package io.countersign.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.email.smtp.SmtpStandIn;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Progress;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message.Notice;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.DeliveryId;
import java.nio.file.Path;
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

    private static final String ADDRESS = "anna.canary@example.org";
    private static final String TOKEN = "canary-token-in-a-link";
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <(.*)@");

    private final Surroundings around = new Surroundings(Channel.EMAIL);
    private final SmtpStandIn server = new SmtpStandIn();

    @TempDir private Path keys;

    @BeforeEach
    void prepare() {
        around.broker().ensure(List.of(around.requests()));
    }

    @AfterEach
    void stop() {
        server.close();
        around.close();
    }

    @Test
    void nothing_but_health_is_told_to_everybody() {
        try (RunningWorker worker = EmailWorkerUnderTest.start(server, around.gateway(), keys)) {
            assertThat(worker.get("/actuator/metrics").statusCode()).isEqualTo(404);
            assertThat(worker.get("/actuator/info").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Tag("RELIABILITY-7")
    void a_notice_that_comes_ten_times_is_one_mail() {
        try (RunningWorker worker = EmailWorkerUnderTest.start(server, around.gateway(), keys)) {
            DeliveryRequested request = request();
            for (int i = 0; i < 10; i++) {
                around.publish(request);
            }
            DeliveryRequested last = request();
            around.publish(last);

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
                        server, around.gateway(), keys, "countersign.worker.longest-backoff=5s")) {
            backlog.forEach(around::publish);
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
                        around.gateway(),
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
                around.publish(request);
                await().until(() -> sentIds().contains(request.subject().value()));
            }
            await().until(() -> output.getAll().contains("outcome=uncertain"));
        }

        assertThat(output.getAll())
                .contains("outcome=accepted")
                .contains("outcome=refused")
                .contains("outcome=unavailable");
        assertHoldsNothing(output.getAll());
        around.keptTexts("*").forEach(EmailWorkerTest::assertHoldsNothing);
    }

    private static void assertHoldsNothing(String text) {
        assertThat(text)
                .doesNotContain(ADDRESS)
                .doesNotContain(TOKEN)
                .doesNotContain(EmailWorkerUnderTest.PASSWORD);
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
        return around.gateway().notice(new Destination(ADDRESS), notice, "en");
    }
}
