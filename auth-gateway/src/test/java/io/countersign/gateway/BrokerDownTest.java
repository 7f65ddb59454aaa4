package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.FailureReason;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.stack.KafkaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** With a broker of its own, to be killed. */
@DirtiesContext
@ContextConfiguration(initializers = BrokerDownTest.OwnBroker.class)
class BrokerDownTest extends GatewayTest {

    private static final int AS_OFTEN_AS_IT_TAKES = 1_000;
    private static final Path FOLDER = folder();
    private static final KafkaProcess KAFKA = start();

    @Autowired private Deliveries deliveries;
    @Autowired private JdbcClient jdbc;

    /** Goes before the broker that all other tests share. */
    static final class OwnBroker extends WinningSettings {

        OwnBroker() {
            super(
                    Map.of(
                            "spring.kafka.bootstrap-servers",
                            KAFKA.bootstrapServers(),
                            "countersign.broker.publish-within",
                            "2s",
                            "countersign.limits.per-number-ten-minutes",
                            AS_OFTEN_AS_IT_TAKES,
                            "countersign.limits.per-number-hour",
                            AS_OFTEN_AS_IT_TAKES,
                            "countersign.limits.per-account-day",
                            AS_OFTEN_AS_IT_TAKES));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        KAFKA.close();
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    @Tag("RELIABILITY-1")
    void thePersonHearsTheTruthInTimeAndGoesOnOnceTheBrokerIsBack() throws IOException {
        Person person = person();
        Visitor visitor = visitor();
        String token = visitor.token("/sign-in");
        KAFKA.kill();

        Instant asked = Instant.now();
        HttpResponse<String> signedIn =
                visitor.post(
                        "/sign-in", Map.of("email", person.email(), "password", PASSWORD), token);

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(signedIn.headers().firstValue("Location").orElse("")).endsWith("/challenge");
        assertThat(delivery(person))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed ->
                                assertThat(failed.reason()).isEqualTo(FailureReason.NOT_PUBLISHED));
        assertThat(visitor.get("/challenge").body()).contains("nothing was sent");

        KAFKA.restart();
        Awaitility.await()
                .until(
                        () -> {
                            visitor.post("/challenge/send", "/challenge", Map.of());
                            return !(delivery(person) instanceof Failed);
                        });
        visitor.answer(inbox.code(person.phone(), 1));
        assertThat(visitor.get("/security").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("RELIABILITY-1")
    void meanwhileAnAppOrARecoveryCodeServes() throws IOException {
        Person person = person();
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 1));
        AuthenticatorApp app = AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        String recovery =
                own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD))
                        .body()
                        .at("/codes/0")
                        .asString();
        Visitor visitor = visitor();
        String token = visitor.token("/sign-in");
        KAFKA.kill();
        try {
            visitor.post("/sign-in", Map.of("email", person.email(), "password", PASSWORD), token);
            visitor.post("/challenge/send", "/challenge", Map.of("method", "sms"));
            assertThat(visitor.get("/challenge").body())
                    .contains("nothing was sent", "/challenge?method=totp");

            visitor.post(
                    "/challenge/answer",
                    "/challenge",
                    Map.of("method", "totp", "code", app.code(0)));
            assertThat(visitor.get("/security").statusCode()).isEqualTo(200);

            ApiClient other = client();
            other.signIn(person.email(), PASSWORD);
            assertThat(other.answer("RECOVERY_CODE", recovery).status()).isEqualTo(200);
        } finally {
            KAFKA.restart();
        }
    }

    /** The latest delivery of the person's challenge. */
    private Delivery delivery(Person person) {
        ChallengeId challenge =
                jdbc.sql("select challenge_id from sign_in where account_id = :account")
                        .param("account", person.account().value())
                        .query((row, _) -> new ChallengeId(row.getString(1)))
                        .single();
        return IntStream.iterate(1, round -> round + 1)
                .mapToObj(round -> new DeliveryId(challenge, round, 0, 1))
                .map(id -> Optional.ofNullable(deliveries.find(List.of(id)).get(id)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static KafkaProcess start() {
        try {
            return KafkaProcess.start(FOLDER, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("countersign-own-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
