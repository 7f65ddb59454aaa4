package io.countersign.gateway.configuration;

import io.countersign.challenge.redis.RedisWatch;
import io.countersign.challenge.redis.Retention.Doubtful;
import io.countersign.challenge.redis.Retention.Dropped;
import io.countersign.challenge.redis.Retention.Kept;
import io.countersign.challenge.redis.Retention.Unknown;
import io.countersign.challenge.redis.SharedConnection;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health that tells apart what the gateway depends on; the database has Spring Boot's own. */
@Configuration
class HealthConfiguration {

    @Bean
    RedisWatch redisWatch(SharedConnection connection) {
        return new RedisWatch(connection);
    }

    /** A warning comes at the start, not with the first health check. */
    @Bean
    ApplicationRunner firstLookAtRedis(RedisWatch redis) {
        return _ -> redis.look();
    }

    /** Replaces Spring Boot's own indicator, which asks over another connection. */
    @Bean
    HealthIndicator redisHealthIndicator(RedisWatch redis) {
        return () ->
                switch (redis.look()) {
                    case Kept _ -> Health.up().build();
                    case Doubtful(String advice) ->
                            Health.up().withDetail("advice", advice).build();
                    case Dropped(String advice) ->
                            Health.down().withDetail("advice", advice).build();
                    case Unknown _ -> Health.down().build();
                };
    }
}
