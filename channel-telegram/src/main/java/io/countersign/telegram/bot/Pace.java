package io.countersign.telegram.bot;

import io.countersign.challenge.store.StoreUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Spaces messages evenly over all workers: so many a second in all, and one a second to each chat.
 *
 * <p>A place is taken only by a chat whose turn it is, so that a chat that gets many messages holds
 * up no other.
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">
 *     Limits</a>
 */
public final class Pace {

    /**
     * Answers 0 and the wait, in microseconds, for a place that was taken; or 1 and how long until
     * it is worth asking again.
     */
    private static final String RESERVE =
            """
            local t = redis.call('TIME')
            local now = t[1] * 1000000 + t[2]
            local chat = tonumber(redis.call('GET', KEYS[2]) or '0')
            if chat > now then return {1, chat - now} end
            local place = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
            if place - now > tonumber(ARGV[3]) then return {1, place - now} end
            redis.call('SET', KEYS[1], string.format('%.0f', place + ARGV[1]), 'PX', 60000)
            redis.call('SET', KEYS[2], string.format('%.0f', place + ARGV[2]), 'PX', 60000)
            return {0, place - now}
            """;

    private static final Duration CHAT = Duration.ofSeconds(1);

    private final Supplier<StatefulRedisConnection<String, String>> connection;
    private final Duration spacing;

    /**
     * @param connection one shared connection, asked for at every command
     * @param perSecond messages of all workers together
     */
    public Pace(Supplier<StatefulRedisConnection<String, String>> connection, int perSecond) {
        this.connection = connection;
        this.spacing = Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /**
     * When the next message to the chat may go.
     *
     * @param taken whether a place was taken, to be used after {@code after}; else {@code after}
     *     says when to ask again
     */
    public record Place(boolean taken, Duration after) {}

    /**
     * Takes the next place that is free within {@code patience}.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public Place reserve(long chat, Duration patience) {
        String[] keys = {"countersign:{telegram}:pace", "countersign:{telegram}:pace:" + chat};
        try {
            Iterable<Long> reply =
                    connection
                            .get()
                            .sync()
                            .eval(
                                    RESERVE,
                                    ScriptOutputType.MULTI,
                                    keys,
                                    micros(spacing),
                                    micros(CHAT),
                                    micros(patience));
            var parts = reply.iterator();
            return new Place(parts.next() == 0, Duration.ofNanos(parts.next() * 1_000));
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    private static String micros(Duration duration) {
        return Long.toString(duration.toNanos() / 1_000);
    }
}
