package io.countersign.channel.worker;

import io.countersign.broker.autoconfigure.EventIntake;
import io.countersign.channel.send.Provider;
import io.countersign.channel.send.Providers;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health that tells apart what a worker depends on. */
@Configuration(proxyBeanMethods = false)
class WorkerHealthConfiguration {

    /** Down when a new process would help. */
    @Bean
    HealthIndicator intakeHealthIndicator(EventIntake intake) {
        return () -> (intake.asks() ? Health.up() : Health.down()).build();
    }

    /** Down while no provider would be offered a message normally. */
    @Bean
    HealthIndicator providerHealthIndicator(Providers providers) {
        return () -> {
            boolean any = providers.inOrder().stream().anyMatch(Provider::healthy);
            Health.Builder health = any ? Health.up() : Health.down();
            for (Provider provider : providers.inOrder()) {
                String trouble = provider.trouble();
                health.withDetail(provider.name(), trouble.isEmpty() ? "well" : trouble);
            }
            return health.build();
        };
    }
}
