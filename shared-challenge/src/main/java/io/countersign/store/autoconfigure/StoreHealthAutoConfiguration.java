package io.countersign.store.autoconfigure;

import io.countersign.challenge.redis.RedisWatch;
import io.countersign.challenge.redis.Retention.Doubtful;
import io.countersign.challenge.redis.Retention.Dropped;
import io.countersign.challenge.redis.Retention.Kept;
import io.countersign.challenge.redis.Retention.Unknown;
import io.countersign.challenge.redis.SharedConnection;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisHealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Redis' health, by the connection that is used for everything else, too. */
@AutoConfiguration(before = DataRedisHealthContributorAutoConfiguration.class)
@ConditionalOnClass({LettuceConnectionFactory.class, HealthIndicator.class})
final class StoreHealthAutoConfiguration {

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
