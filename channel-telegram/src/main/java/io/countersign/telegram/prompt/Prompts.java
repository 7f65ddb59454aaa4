package io.countersign.telegram.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.challenge.StoreUnavailable;
import io.countersign.events.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the questions in people's chats are remembered, until ten minutes after their deadline.
 *
 * <p>They rest sealed: whoever can write to the store but holds no key can neither make nor change
 * nor move one. Each operation throws {@link StoreUnavailable}, quickly, when the store does not
 * answer.
 */
public final class Prompts {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Supplier<StatefulRedisConnection<String, String>> connection;
    private final ChannelSeal seal;
    private final JsonMapper json = new JsonMapper();

    /**
     * @param connection one shared connection, asked for at every command
     */
    public Prompts(Supplier<StatefulRedisConnection<String, String>> connection, ChannelSeal seal) {
        this.connection = connection;
        this.seal = seal;
    }

    /** Remembers it in place of what was remembered for its delivery. */
    public void keep(Prompt prompt) {
        DeliveryId delivery = prompt.question().delivery();
        byte[] bytes = seal.seal(json.writeValueAsString(prompt), place(delivery));
        SetArgs until = SetArgs.Builder.pxAt(prompt.deadline().plus(KEPT));
        String text = Base64.getEncoder().encodeToString(bytes);
        var _ = ask(redis -> redis.set(key(delivery), text, until));
    }

    /** The question that the delivery carried; empty also for anything that we did not write. */
    public Optional<Prompt> find(DeliveryId delivery) {
        String text = ask(redis -> redis.get(key(delivery)));
        return text == null ? Optional.empty() : open(text, delivery);
    }

    private Optional<Prompt> open(String text, DeliveryId delivery) {
        try {
            return seal.open(Base64.getDecoder().decode(text.getBytes(UTF_8)), place(delivery))
                    .map(clear -> json.readValue(clear, Prompt.class));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private <T extends @Nullable Object> T ask(
            Function<RedisCommands<String, String>, T> question) {
        try {
            return question.apply(connection.get().sync());
        } catch (RedisException e) {
            throw new StoreUnavailable(e);
        }
    }

    private static String place(DeliveryId delivery) {
        return "prompt\n" + delivery.wire();
    }

    private static String key(DeliveryId delivery) {
        return "countersign:{%s}:prompt:%d.%d.%d"
                .formatted(
                        delivery.subject().wire(),
                        delivery.round(),
                        delivery.step(),
                        delivery.attempt());
    }
}
