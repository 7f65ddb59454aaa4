package io.countersign.channel.worker;

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
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Redis as the store, reached as Spring Boot's {@code spring.data.redis.*} says. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(800);

    @Bean
    SharedConnection sharedConnection(LettuceConnectionFactory factory) {
        return new SharedConnection((RedisClient) factory.getRequiredNativeClient(), PATIENCE);
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

    /** While Redis is gone, callers are told so at once. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
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
}
