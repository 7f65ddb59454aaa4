package io.countersign.store.autoconfigure;

import io.countersign.challenge.redis.RedisChanges;
import io.countersign.challenge.redis.RedisNotes;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.redis.SharedConnection;
import io.countersign.liveness.redis.RedisWorkerLiveness;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.resource.Delay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Redis as the store of gateway and workers. */
@AutoConfiguration
@ConditionalOnClass(LettuceConnectionFactory.class)
final class StoreAutoConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(800);

    /** While Redis is away, callers are told so at once. */
    @Bean
    LettuceClientOptionsBuilderCustomizer rejectWhileDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    /** By default Lettuce may take half a minute to reconnect once Redis is back. */
    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        Delay delay =
                Delay.exponential(
                        Duration.ofMillis(50), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS);
        return resources -> resources.reconnectDelay(delay);
    }

    @Bean
    SharedConnection sharedConnection(LettuceConnectionFactory factory) {
        return new SharedConnection(client(factory), PATIENCE);
    }

    @Bean
    RedisStore redisStore(SharedConnection connection, Clock clock) {
        return new RedisStore(connection, clock);
    }

    @Bean
    RedisNotes redisNotes(SharedConnection connection) {
        return new RedisNotes(connection);
    }

    @Bean
    RedisWorkerLiveness redisWorkerLiveness(SharedConnection connection) {
        return new RedisWorkerLiveness(connection);
    }

    /** A second connection, made only where something listens. */
    @Bean
    @Lazy
    RedisChanges redisChanges(LettuceConnectionFactory factory) {
        return RedisChanges.of(client(factory));
    }

    private static RedisClient client(LettuceConnectionFactory factory) {
        return (RedisClient) factory.getRequiredNativeClient();
    }
}
