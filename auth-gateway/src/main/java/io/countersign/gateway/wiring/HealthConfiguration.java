package io.countersign.gateway.wiring;

import io.countersign.broker.Broker;
import io.countersign.challenge.StoreUnavailable;
import io.countersign.challenge.redis.SharedConnection;
import io.lettuce.core.RedisException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health that tells apart what the gateway depends on; the database has Spring Boot's own. */
@Configuration
class HealthConfiguration {

    @Bean
    HealthIndicator brokerHealthIndicator(Broker broker) {
        return () -> (broker.answers() ? Health.up() : Health.down()).build();
    }

    /** Takes the place of Spring Boot's own, which asks over another connection. */
    @Bean
    HealthIndicator redisHealthIndicator(SharedConnection connection) {
        return () -> {
            try {
                connection.get().sync().ping();
                return Health.up().build();
            } catch (RedisException | StoreUnavailable e) {
                return Health.down().build();
            }
        };
    }
}
