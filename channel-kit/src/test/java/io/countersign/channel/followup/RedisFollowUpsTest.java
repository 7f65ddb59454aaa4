package io.countersign.channel.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.events.Channel;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.NoticeId;
import io.countersign.stack.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RedisFollowUpsTest extends FollowUpsContract {

    private static final RedisClient CLIENT = RedisClient.create(uri());
    private static final StatefulRedisConnection<String, String> CONNECTION = CLIENT.connect();

    @BeforeEach
    void forgetThoseOfTheTestBefore() {
        CONNECTION.sync().flushall();
    }

    @Test
    @Tag("SECURITY-30")
    void rubbish_in_redis_holds_up_no_other() {
        String due = "countersign:{follow-ups:voice}:due";
        CONNECTION.sync().zadd(due, 0, "rubbish");
        DeliveryId delivery = new DeliveryId(NoticeId.next(new SecureRandom()), 1, 0, 1);
        followUps().schedule(delivery, new byte[] {1}, Duration.ZERO);

        assertThat(followUps().takeDue(10, Duration.ZERO))
                .extracting(FollowUp::delivery)
                .containsExactly(delivery);
        assertThat(CONNECTION.sync().zscore(due, "rubbish")).isNull();
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
        uri.setTimeout(Duration.ofMinutes(5));
        return uri;
    }
}
