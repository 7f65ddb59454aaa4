package io.countersign.challenge.redis;

import io.countersign.challenge.store.Statements;
import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.challenge.store.Tickets;
import io.countersign.events.id.ChallengeId;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Statements and tickets as plain values that expire, on Redis from 6.2 or Valkey. */
public final class RedisNotes implements Statements, Tickets {

    private final Supplier<StatefulRedisConnection<String, String>> connection;

    /**
     * @param connection one shared connection, asked for at every command
     */
    public RedisNotes(Supplier<StatefulRedisConnection<String, String>> connection) {
        this.connection = connection;
    }

    @Override
    public boolean make(ChallengeId about, String name, byte[] sealed, Instant until) {
        return ask(
                redis -> {
                    boolean first =
                            redis.set(
                                            key(about, name),
                                            text(sealed),
                                            SetArgs.Builder.nx().pxAt(until))
                                    != null;
                    redis.publish(RedisRecords.CHANGES, about.wire());
                    return first;
                });
    }

    @Override
    public Optional<byte[]> find(ChallengeId about, String name) {
        return ask(redis -> bytes(redis.get(key(about, name))));
    }

    @Override
    public void issue(String digest, byte[] sealed, Instant until) {
        var _ = ask(redis -> redis.set(key(digest), text(sealed), SetArgs.Builder.pxAt(until)));
    }

    @Override
    public Optional<byte[]> redeem(String digest) {
        return ask(redis -> bytes(redis.getdel(key(digest))));
    }

    private <T extends @Nullable Object> T ask(
            Function<RedisCommands<String, String>, T> question) {
        try {
            return question.apply(connection.get().sync());
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    private static String key(ChallengeId about, String name) {
        return "countersign:{%s}:said:%s".formatted(about.wire(), name);
    }

    private static String key(String digest) {
        return "countersign:ticket:" + digest;
    }

    private static String text(byte[] sealed) {
        return Base64.getEncoder().encodeToString(sealed);
    }

    private static Optional<byte[]> bytes(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(Base64.getDecoder().decode(text));
    }
}
