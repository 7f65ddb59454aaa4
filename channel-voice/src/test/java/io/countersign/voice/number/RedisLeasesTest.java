package io.countersign.voice.number;

import io.countersign.channel.sealed.RedisValueStore;
import io.countersign.channel.sealed.ValueStore;
import io.countersign.stack.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.AfterAll;

class RedisLeasesTest extends LeasesContract {

    private static final RedisClient CLIENT = RedisClient.create(TestServers.redis().url());
    private static final StatefulRedisConnection<String, String> CONNECTION = CLIENT.connect();

    @AfterAll
    static void disconnect() {
        CLIENT.shutdown();
    }

    @Override
    ValueStore store() {
        return new RedisValueStore(() -> CONNECTION, "countersign:voice:");
    }
}
