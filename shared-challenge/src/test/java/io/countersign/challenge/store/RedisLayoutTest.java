package io.countersign.challenge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.countersign.challenge.Answer;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Samples;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.delivery.Queued;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.events.id.ChallengeId;
import io.countersign.test.Patience;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long Redis keeps what, and whose time counts. */
class RedisLayoutTest {

    private static final TestRedis REDIS = TestRedis.shared();
    private static final StatefulRedisConnection<String, String> CONNECTION = REDIS.connect();

    private final RedisStore store = new RedisStore(() -> CONNECTION, Clock.systemUTC());
    private final Pending challenge =
            Samples.pending(TestRedis.time(CONNECTION), Duration.ofMinutes(5));
    private final ChallengeId id = challenge.terms().id();
    private final Queued queued = Samples.queued(id, 1, challenge.terms().deadline());
    private final Limit limit =
            new Limit("account", UUID.randomUUID().toString(), 5, Duration.ofHours(1));

    @AfterAll
    static void disconnect() {
        REDIS.close();
    }

    @Test
    void a_challenge_is_kept_until_10_minutes_after_its_deadline() {
        open();
        store.update(id, Answer.with(Samples.WRONG));

        assertKeptUntil(challenge.terms().deadline().plus(Duration.ofMinutes(10)), challengeKey());
    }

    @Test
    void a_delivery_is_kept_until_a_day_after_its_deadline() {
        open();
        store.update(queued.head().id(), Claims.notPublished());

        assertKeptUntil(challenge.terms().deadline().plus(Duration.ofDays(1)), deliveryKey());
    }

    @Test
    void a_limit_is_kept_for_its_window() {
        open();

        assertKeptUntil(
                challenge.terms().openedAt().plus(limit.window()),
                "countersign:limit:account:" + limit.key());
    }

    @Test
    void all_records_of_a_challenge_share_a_hash_slot() {
        assertThat(SlotHash.getSlot(challengeKey())).isEqualTo(SlotHash.getSlot(deliveryKey()));
    }

    @Test
    @Tag("RELIABILITY-11")
    void the_time_is_that_of_redis_however_wrong_the_own_clock_is() {
        for (Duration wrong : List.of(Duration.ofSeconds(90), Duration.ofSeconds(-90))) {
            Clock clock = Clock.offset(Clock.systemUTC(), wrong);
            RedisStore store = new RedisStore(() -> CONNECTION, clock);

            assertClose(TestRedis.time(CONNECTION), store.now());
            assertClose(TestRedis.time(CONNECTION), store.now());
        }
    }

    @Test
    void a_script_that_redis_forgot_is_sent_again() {
        open();
        CONNECTION.sync().scriptFlush();

        assertThat(store.find(id)).contains(challenge);
    }

    @Test
    @Timeout(Patience.TEST_SECONDS)
    void a_transition_that_can_never_be_stored_does_not_go_on_for_ever() {
        open();
        Instant past = challenge.terms().openedAt().minusSeconds(1);

        assertThatThrownBy(
                        () ->
                                store.update(
                                        queued.head().id(),
                                        (_, _) ->
                                                new DeliveryChange<>(
                                                        new TooLate(queued.head()), "", past)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void open() {
        store.open(challenge, new Dispatch(List.of(queued), List.of(limit)));
    }

    private String challengeKey() {
        return "countersign:{" + id.wire() + "}";
    }

    private String deliveryKey() {
        return "countersign:{" + id.wire() + "}:1.0.1";
    }

    private static void assertKeptUntil(Instant expected, String key) {
        Long left = CONNECTION.sync().pttl(key);
        assertClose(expected, TestRedis.time(CONNECTION).plusMillis(left));
    }

    private static void assertClose(Instant expected, Instant actual) {
        assertThat(actual).isCloseTo(expected, within(20, ChronoUnit.SECONDS));
    }
}
