package io.countersign.challenge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.challenge.Answer;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Samples;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.redis.RedisChanges;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.redis.SharedConnection;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.ClaimOutcome;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.stack.EmbeddedRedis;
import io.countersign.stack.EmbeddedRedis.Keeping;
import io.countersign.test.Patience;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that is stopped, killed, emptied or hangs. */
@Timeout(Patience.TEST_SECONDS)
@Tag("RELIABILITY-9")
class RedisOutageTest {

    private static final Duration QUICKLY = Duration.ofSeconds(1);
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(400);

    private final Pending challenge = Samples.pending(Instant.now(), Duration.ofMinutes(5));
    private final Queued queued =
            Samples.queued(challenge.terms().id(), 1, challenge.terms().deadline());

    @TempDir Path folder;
    private EmbeddedRedis server;
    private TestRedis redis;
    private RedisStore store;

    /** For what a test needs but is not about, however busy the machine is. */
    private TestRedis patientRedis;

    private RedisStore patient;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedRedis.start(folder, 0, "secret", Keeping.NOTHING);
        redis = TestRedis.of(server, COMMAND_TIMEOUT);
        store = unconnected(redis, COMMAND_TIMEOUT);
        patientRedis = TestRedis.of(server, Duration.ofMinutes(1));
        patient = unconnected(patientRedis, Duration.ofMinutes(1));
        awaitAnswersOf(store);
    }

    @AfterEach
    void stop() {
        redis.close();
        patientRedis.close();
        server.close();
    }

    @Test
    @Tag("SECURITY-26")
    void while_redis_is_down_everything_is_refused_quickly() {
        open();
        server.stop();

        operations().forEach(RedisOutageTest::assertUnavailableQuickly);
    }

    @Test
    @Tag("SECURITY-26")
    void while_redis_hangs_everything_is_refused_quickly() throws Exception {
        open();
        signal("STOP");
        try {
            operations().forEach(RedisOutageTest::assertUnavailableQuickly);
        } finally {
            signal("CONT");
        }
        await().ignoreExceptions().until(() -> store.find(challenge.terms().id()).isPresent());
    }

    @Test
    void after_a_restart_it_goes_on_by_itself_without_what_was_lost() throws Exception {
        open();
        server.kill();
        assertUnavailableQuickly(() -> store.find(challenge.terms().id()));

        server.restart();

        await().ignoreExceptions().until(() -> store.find(challenge.terms().id()).isEmpty());
        awaitAnswersOf(patient);
        assertThat(patient.update(challenge.terms().id(), Answer.with(Samples.RIGHT)))
                .isEqualTo(new Updated.Missing<>());
        assertThat(patient.update(queued.head().id(), claim())).isEmpty();
        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    @Tag("RELIABILITY-18")
    @Tag("SECURITY-26")
    void while_redis_cannot_save_nothing_is_approved_and_it_goes_on_once_it_can() throws Exception {
        open();
        RedisCommands<String, String> commands = patientRedis.connect().sync();
        commands.configSet("save", "3600 1");
        Path inTheWay = Files.createDirectory(folder.resolve("dump.rdb"));
        awaitSave(commands, "err");

        assertThatThrownBy(() -> patient.update(challenge.terms().id(), Answer.with(Samples.RIGHT)))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(patient.find(challenge.terms().id())).hasValue(challenge);

        Files.delete(inTheWay);
        awaitSave(commands, "ok");

        var _ = patient.update(challenge.terms().id(), Answer.with(Samples.RIGHT));
        assertThat(patient.find(challenge.terms().id()))
                .get()
                .extracting(Challenge::verdict)
                .isEqualTo(Verdict.APPROVED);
    }

    @Test
    void a_program_may_start_before_redis_does() throws Exception {
        server.stop();
        RedisChanges changes = RedisChanges.of(redis.client());
        CountDownLatch heard = new CountDownLatch(1);
        changes.onChange(challenge.terms().id(), heard::countDown);
        store = unconnected(redis, COMMAND_TIMEOUT);
        assertUnavailableQuickly(() -> store.find(challenge.terms().id()));

        server.restart();

        awaitAnswersOf(store);
        awaitAnswersOf(patient);
        open();
        await().ignoreExceptions().until(() -> changed() && heard.getCount() == 0);
    }

    @Test
    void changes_are_heard_again_after_a_restart() throws Exception {
        RedisChanges changes = RedisChanges.of(redis.client());
        CountDownLatch before = new CountDownLatch(1);
        changes.onChange(challenge.terms().id(), before::countDown);
        open();
        await().ignoreExceptions().until(() -> changed() && before.getCount() == 0);

        server.kill();
        server.restart();

        CountDownLatch after = new CountDownLatch(1);
        changes.onChange(challenge.terms().id(), after::countDown);
        awaitAnswersOf(patient);
        open();
        await().ignoreExceptions().until(() -> changed() && after.getCount() == 0);
    }

    @Test
    void a_thread_that_is_interrupted_while_it_waits_gives_up_and_stays_interrupted()
            throws Exception {
        signal("STOP");
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> store.find(challenge.terms().id()))
                    .isInstanceOf(StoreUnavailable.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            signal("CONT");
        }
    }

    private static void awaitSave(RedisCommands<String, String> commands, String outcome) {
        await().ignoreExceptions()
                .until(
                        () -> {
                            commands.bgsave();
                            return commands.info("persistence")
                                    .contains("rdb_last_bgsave_status:" + outcome);
                        });
    }

    private static RedisStore unconnected(TestRedis redis, Duration patience) {
        return new RedisStore(new SharedConnection(redis.client(), patience), Clock.systemUTC());
    }

    private void awaitAnswersOf(RedisStore connecting) {
        await().ignoreExceptions().untilAsserted(() -> connecting.find(challenge.terms().id()));
    }

    private void open() {
        patient.open(challenge, new Dispatch(List.of(queued), List.of()));
    }

    /** Changes something, so that there is something to hear of. */
    private boolean changed() {
        return store.update(
                        challenge.terms().id(),
                        (current, now) ->
                                Change.to(((Pending) current).with(Samples.round(1, now)), true))
                .equals(new Updated.Done<>(true));
    }

    private List<ThrowingCallable> operations() {
        return List.of(
                () -> store.open(Samples.pending(Instant.now(), QUICKLY), Dispatch.NOTHING),
                () -> store.find(challenge.terms().id()),
                () -> store.update(challenge.terms().id(), Answer.with(Samples.RIGHT)),
                () -> store.queue(queued),
                () -> store.find(List.of(queued.head().id())),
                () -> store.update(queued.head().id(), claim()));
    }

    private static DeliveryTransition<ClaimOutcome> claim() {
        return Claims.claim("a", Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    /** The quickest of three tries counts, because a busy machine may hold one up. */
    private static void assertUnavailableQuickly(ThrowingCallable operation) {
        assertThat(
                        Stream.generate(() -> timeOfRefusal(operation))
                                .limit(3)
                                .anyMatch(time -> time.compareTo(QUICKLY) < 0))
                .as("refused quickly")
                .isTrue();
    }

    private static Duration timeOfRefusal(ThrowingCallable operation) {
        Instant before = Instant.now();
        assertThatThrownBy(operation).isInstanceOf(StoreUnavailable.class);
        return Duration.between(before, Instant.now());
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start().waitFor();
    }
}
