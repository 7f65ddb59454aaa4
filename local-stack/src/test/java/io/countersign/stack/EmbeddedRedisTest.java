package io.countersign.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.stack.EmbeddedRedis.Keeping;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir Path folder;

    @Test
    void with_data_kept_a_key_survives_a_restart_in_good_order() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, 0, "secret", Keeping.DATA)) {
            set(redis, "word", "countersign");

            redis.restart();

            assertThat(get(redis, "word")).isEqualTo("countersign");
        }
    }

    @Test
    void with_nothing_kept_it_comes_back_empty_on_the_same_port_after_a_kill() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, 0, "secret", Keeping.NOTHING)) {
            int port = redis.port();
            set(redis, "word", "countersign");

            redis.kill();
            assertThat(redis.isAlive()).isFalse();
            redis.restart();

            assertThat(redis.port()).isEqualTo(port);
            assertThat(get(redis, "word")).isNull();
        }
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, 0, "secret", Keeping.NOTHING);
                RedisClient client =
                        RedisClient.create("redis://:guess@127.0.0.1:" + redis.port())) {
            assertThatThrownBy(client::connect).isInstanceOf(RedisConnectionException.class);
        }
    }

    @Test
    void its_password_is_not_among_the_arguments_that_every_user_can_read() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, 0, "secret", Keeping.NOTHING)) {
            assertThat(ProcessHandle.of(redis.pid()).orElseThrow().info().commandLine())
                    .hasValueSatisfying(line -> assertThat(line).doesNotContain("secret"));
        }
    }

    private static void set(EmbeddedRedis redis, String key, String value) {
        try (RedisClient client = RedisClient.create(redis.url());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().set(key, value);
        }
    }

    private static @Nullable String get(EmbeddedRedis redis, String key) {
        try (RedisClient client = RedisClient.create(redis.url());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection.sync().get(key);
        }
    }
}
