package io.countersign.channel.followup;

import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.events.Channel;
import io.countersign.stack.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class RedisFollowUpsTest extends FollowUpsContract {

    private static final RedisClient CLIENT = RedisClient.create(uri());
    private static final StatefulRedisConnection<String, String> CONNECTION = CLIENT.connect();

    @BeforeEach
    void forgetThoseOfTheTestBefore() {
        CONNECTION.sync().flushall();
    }

    @AfterAll
    static void disconnect() {
        CLIENT.shutdown();
    }

    @Override
    FollowUps followUps() {
        return new RedisFollowUps(() -> CONNECTION, Channel.VOICE);
    }

    private static RedisURI uri() {
        RedisURI uri = RedisURI.create(TestServers.redis().url());
        uri.setTimeout(Duration.ofSeconds(10));
        return uri;
    }
}
