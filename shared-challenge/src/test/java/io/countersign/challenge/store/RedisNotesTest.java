package io.countersign.challenge.store;

import static org.awaitility.Awaitility.await;

import io.countersign.challenge.redis.RedisChanges;
import io.countersign.challenge.redis.RedisNotes;
import io.countersign.events.id.ChallengeId;
import io.lettuce.core.api.StatefulRedisConnection;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedisNotesTest extends NotesContract {

    private static final TestRedis REDIS = TestRedis.shared();
    private static final StatefulRedisConnection<String, String> CONNECTION = REDIS.connect();
    private static final RedisNotes NOTES = new RedisNotes(() -> CONNECTION);

    @AfterAll
    static void disconnect() {
        REDIS.close();
    }

    @Override
    Statements statements() {
        return NOTES;
    }

    @Override
    Tickets tickets() {
        return NOTES;
    }

    @Override
    Instant clock() {
        return TestRedis.time(CONNECTION);
    }

    @Test
    void whoever_watches_the_challenge_is_told_of_a_statement() {
        ChallengeId challenge = ChallengeId.next(new SecureRandom());
        AtomicInteger told = new AtomicInteger();
        RedisChanges changes = RedisChanges.of(REDIS.client());

        try (var _ = changes.onChange(challenge, told::incrementAndGet)) {
            await().until(
                            () -> {
                                NOTES.make(
                                        challenge, "linked", new byte[1], clock().plusSeconds(60));
                                return told.get() > 0;
                            });
        }
    }
}
