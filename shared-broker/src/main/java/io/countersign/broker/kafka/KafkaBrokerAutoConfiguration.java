package io.countersign.broker.kafka;

import io.countersign.broker.Broker;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.autoconfigure.BrokerSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Kafka as the broker, reached as Spring Boot's {@code spring.kafka.*} says. */
@AutoConfiguration
@ConditionalOnProperty(
        name = "countersign.broker.type",
        havingValue = "kafka",
        matchIfMissing = true)
@EnableConfigurationProperties(KafkaProperties.class)
final class KafkaBrokerAutoConfiguration {

    /**
     * @param limits an application's own, where it has some
     */
    @Bean
    Broker broker(
            KafkaProperties kafka,
            BrokerSettings settings,
            ObjectProvider<SubscriptionLimits> limits) {
        return new KafkaBroker(
                KafkaSettings.defaults(kafka.buildAdminProperties())
                        .publishingWithin(settings.publishWithin())
                        .with(limits.getIfAvailable(() -> SubscriptionLimits.DEFAULTS)));
    }
}
