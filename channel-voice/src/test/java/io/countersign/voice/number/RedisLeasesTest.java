package io.countersign.voice.number;

import io.countersign.stack.TestServers;
import io.countersign.voice.note.NoteStore;
import io.countersign.voice.note.RedisNoteStore;
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
    NoteStore store() {
        return new RedisNoteStore(() -> CONNECTION);
    }
}
