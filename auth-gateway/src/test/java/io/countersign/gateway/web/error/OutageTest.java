package io.countersign.gateway.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.WinningSettings;
import io.countersign.gateway.web.Page;
import io.countersign.stack.EmbeddedPostgres;
import io.countersign.stack.EmbeddedPostgres.Durability;
import io.countersign.stack.EmbeddedRedis;
import io.countersign.stack.EmbeddedRedis.Keeping;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** With a database and a Redis of its own, to be killed, and no more patience than by default. */
@Tag("SECURITY-26")
@DirtiesContext
@ContextConfiguration(initializers = OutageTest.OwnServers.class, inheritInitializers = false)
class OutageTest extends GatewayTest {

    private static final String SERVERS_PASSWORD = "only-for-tests";

    private static final Path FOLDER = folder();
    private static final EmbeddedPostgres POSTGRES = startPostgres();
    private static final EmbeddedRedis REDIS = startRedis();

    /** Goes before the servers that all other tests share. */
    static final class OwnServers extends WinningSettings {

        OwnServers() {
            super(
                    Map.of(
                            "spring.datasource.url",
                            POSTGRES.jdbcUrl("postgres"),
                            "spring.datasource.username",
                            POSTGRES.user(),
                            "spring.datasource.password",
                            SERVERS_PASSWORD,
                            "spring.data.redis.url",
                            REDIS.url()));
        }
    }

    @AfterEach
    void bringBack() throws IOException {
        if (!POSTGRES.isAlive()) {
            POSTGRES.restart();
        }
        if (!REDIS.isAlive()) {
            REDIS.restart();
        }
        Visitor visitor = visitor();
        // Nobody's address, but each time another's: wrong passwords are limited for all alike.
        String nobody = UUID.randomUUID() + "@people.test";
        Awaitility.await()
                .until(
                        () ->
                                visitor.signIn(nobody, PASSWORD).statusCode() == 401
                                        && redisAnswers());
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
        REDIS.close();
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    @Tag("RELIABILITY-10")
    void withoutTheDatabaseNobodyGetsIn() {
        Person person = personWithoutPhone();
        Visitor visitor = visitor();
        String token = visitor.token("/sign-in");
        POSTGRES.kill();

        Page page =
                Page.of(
                        visitor.post(
                                "/sign-in",
                                Map.of("email", person.email(), "password", PASSWORD),
                                token));

        assertUnavailable(page);
        assertThat(visitor.cookie("__Host-countersign")).isEmpty();
    }

    @Test
    @Tag("RELIABILITY-10")
    void withoutTheDatabaseASessionIsGoodForNothingButNotLost() throws IOException {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);
        POSTGRES.kill();

        HttpResponse<String> response = visitor.get("/security");

        assertUnavailable(Page.of(response));
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();

        POSTGRES.restart();
        Awaitility.await().until(() -> visitor.get("/security").statusCode() == 200);
    }

    @Test
    void withoutTheDatabaseItSaysSoWithinASecond() {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);
        POSTGRES.kill();
        visitor.get("/security");

        assertThat(quickest(() -> visitor.get("/security"))).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @Tag("RELIABILITY-24")
    void aStatementThatHangsIsNotWaitedForPastTheDeadline() throws SQLException {
        Visitor visitor = visitor();
        Person person = personWithoutPhone();
        String token = visitor.token("/sign-in");
        Map<String, String> form = Map.of("email", person.email(), "password", PASSWORD);
        try (Connection other =
                        DriverManager.getConnection(
                                POSTGRES.jdbcUrl("postgres"), POSTGRES.user(), SERVERS_PASSWORD);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table account in access exclusive mode");

            assertUnavailable(Page.of(visitor.post("/sign-in", form, token)));
        }

        Awaitility.await().until(() -> visitor.post("/sign-in", form, token).statusCode() == 302);
    }

    @Test
    @Tag("RELIABILITY-24")
    @Tag("RELIABILITY-10")
    void anOutageUnderLoadIsOverWhenTheDatabaseIsBack() throws IOException {
        Visitor greedy = visitor();
        String token = greedy.token("/sign-in");
        Visitor other = visitor();
        String email = personWithoutPhone().email();
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService flood = Executors.newCachedThreadPool()) {
            try {
                for (int i = 0; i < 20; i++) {
                    flood.execute(
                            () -> {
                                while (!over.get()) {
                                    int status =
                                            greedy.post(
                                                            "/sign-in",
                                                            Map.of(
                                                                    "email",
                                                                    UUID.randomUUID()
                                                                            + "@people.test",
                                                                    "password",
                                                                    PASSWORD),
                                                            token)
                                                    .statusCode();
                                    if (status == 503) {
                                        refused.incrementAndGet();
                                    }
                                }
                            });
                }
                POSTGRES.kill();
                int before = refused.get();
                Awaitility.await().until(() -> refused.get() > before + 50);

                POSTGRES.restart();

                Awaitility.await().until(() -> other.signIn(email, PASSWORD).statusCode() == 302);
            } finally {
                over.set(true);
            }
        }
    }

    @Test
    @Tag("RELIABILITY-10")
    void withoutTheDatabaseCallersOfTheApiAreToldAProblem() {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);
        POSTGRES.kill();

        HttpResponse<String> response = visitor.get("/api/v1/phones");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(response.body()).contains("\"type\":\"/problems/unavailable\"");
    }

    @Test
    void readinessNamesWhatIsAwayAndLivenessDoesNotMind() {
        REDIS.kill();

        String readiness = visitor().get("/actuator/health/readiness").body();

        assertThat(readiness)
                .contains("\"redis\":{\"status\":\"DOWN\"}")
                .contains("\"broker\":{\"status\":\"UP\"}")
                .contains("\"db\":{\"status\":\"UP\"}");
        assertThat(visitor().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(visitor().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("RELIABILITY-20")
    void aRedisThatDropsChallengesWhenItIsFullIsNotReadyUntilItIsSetRight() {
        configureRedis("maxmemory", "100mb");
        configureRedis("maxmemory-policy", "allkeys-lru");
        try {
            HttpResponse<String> readiness = visitor().get("/actuator/health/readiness");

            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains("\"redis\":{\"status\":\"DOWN\"}");
        } finally {
            configureRedis("maxmemory-policy", "noeviction");
            configureRedis("maxmemory", "0");
        }
        assertThat(visitor().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheDatabaseTheSignInPageIsStillThere() {
        POSTGRES.kill();

        assertThat(visitor().get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutRedisTheRightCodeLetsNobodyIn() {
        Person person = person();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        String code = inbox.code(person.phone(), 1);
        String token = visitor.token("/challenge");
        REDIS.kill();

        Page page = Page.of(visitor.post("/challenge/answer", Map.of("code", code), token));

        assertUnavailable(page);
        assertThat(visitor.get("/security").statusCode()).isEqualTo(403);
        assertThat(quickest(() -> visitor.get("/challenge"))).isLessThan(Duration.ofSeconds(1));
        assertUnavailable(Page.of(visitor.get("/challenge/events")));
    }

    @Test
    void afterRedisHasForgottenEverythingAnotherCodeIsOffered() throws IOException {
        Person person = person();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        String forgotten = inbox.code(person.phone(), 1);
        REDIS.kill();
        REDIS.restart();
        Awaitility.await().until(() -> visitor.get("/challenge").statusCode() == 200);

        assertThat(Page.of(visitor.answer(forgotten)).location()).isEqualTo("/challenge?expired");
        assertThat(Page.of(visitor.get("/challenge")).text(".choice")).startsWith("Send to Phone");
    }

    private boolean redisAnswers() {
        Visitor visitor = visitor();
        visitor.signIn(person().email(), PASSWORD);
        return visitor.get("/challenge").statusCode() == 200;
    }

    private static void configureRedis(String name, String value) {
        try (RedisClient client = RedisClient.create(REDIS.url());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().configSet(name, value);
        }
    }

    private static void assertUnavailable(Page page) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("h1")).isEqualTo("We cannot do that at the moment");
        assertThat(page.text()).contains("Nobody is signed in while it is away");
    }

    /** Of five, because the machine may be busy with something else. */
    private static Duration quickest(Supplier<HttpResponse<String>> request) {
        return IntStream.range(0, 5)
                .mapToObj(
                        _ -> {
                            long start = System.nanoTime();
                            assertThat(request.get().statusCode()).isEqualTo(503);
                            return Duration.ofNanos(System.nanoTime() - start);
                        })
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("countersign-outage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start(
                    FOLDER.resolve("postgres"), 0, SERVERS_PASSWORD, Durability.PROCESS_DEATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedRedis startRedis() {
        try {
            return EmbeddedRedis.start(
                    FOLDER.resolve("redis"), 0, SERVERS_PASSWORD, Keeping.NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
