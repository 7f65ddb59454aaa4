package io.countersign.challenge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.redis.RedisWatch;
import io.countersign.challenge.redis.Retention.Doubtful;
import io.countersign.challenge.redis.Retention.Dropped;
import io.countersign.challenge.redis.Retention.Kept;
import io.countersign.challenge.redis.Retention.Unknown;
import io.countersign.stack.EmbeddedRedis;
import io.countersign.stack.EmbeddedRedis.Keeping;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RELIABILITY-20")
class RedisWatchTest {

    @TempDir Path folder;
    private EmbeddedRedis server;
    private TestRedis redis;
    private StatefulRedisConnection<String, String> connection;
    private RedisWatch watch;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedRedis.start(folder, 0, "secret", Keeping.NOTHING);
        redis = TestRedis.of(server, Duration.ofMinutes(1));
        connection = redis.connect();
        watch = new RedisWatch(() -> connection);
    }

    @AfterEach
    void stop() {
        redis.close();
        server.close();
    }

    @Test
    void a_redis_as_it_comes_keeps_what_it_is_given() {
        assertThat(watch.look()).isEqualTo(new Kept());
    }

    @Test
    void a_full_redis_without_eviction_refuses_rather_than_drops() {
        configure("maxmemory", "100mb");

        assertThat(watch.look()).isEqualTo(new Kept());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allkeys-lru",
                "allkeys-lfu",
                "allkeys-random",
                "volatile-lru",
                "volatile-lfu",
                "volatile-random",
                "volatile-ttl"
            })
    void with_a_limit_every_eviction_policy_drops_and_the_advice_says_what_to_set(String policy) {
        configure("maxmemory", "100mb");
        configure("maxmemory-policy", policy);

        assertThat(watch.look())
                .isInstanceOfSatisfying(
                        Dropped.class,
                        dropped ->
                                assertThat(dropped.advice())
                                        .contains(
                                                "its maxmemory-policy is " + policy,
                                                "set it to noeviction"));
    }

    @Test
    void a_policy_that_is_mended_is_seen_without_a_restart() {
        configure("maxmemory", "100mb");
        configure("maxmemory-policy", "allkeys-lru");
        assertThat(watch.look()).isInstanceOf(Dropped.class);

        configure("maxmemory-policy", "noeviction");

        assertThat(watch.look()).isEqualTo(new Kept());
    }

    @Test
    void without_a_limit_nothing_is_dropped_yet() {
        configure("maxmemory-policy", "volatile-lru");

        assertThat(watch.look())
                .isInstanceOfSatisfying(
                        Doubtful.class,
                        doubtful -> assertThat(doubtful.advice()).contains("set it to noeviction"));
    }

    @Test
    void a_redis_that_does_not_let_us_ask_is_used_with_a_warning() {
        connection
                .sync()
                .aclSetuser("default", AclSetuserArgs.Builder.removeCommand(CommandType.INFO));

        assertThat(watch.look())
                .isInstanceOfSatisfying(
                        Doubtful.class, doubtful -> assertThat(doubtful.advice()).contains("INFO"));
    }

    @Test
    void of_a_redis_that_is_away_nothing_is_known() {
        server.stop();

        assertThat(watch.look()).isEqualTo(new Unknown());
    }

    private void configure(String name, String value) {
        connection.sync().configSet(name, value);
    }
}
