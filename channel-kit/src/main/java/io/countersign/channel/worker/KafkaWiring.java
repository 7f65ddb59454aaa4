package io.countersign.channel.worker;

import io.countersign.broker.Broker;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kafka as the broker, reached as Spring Boot's {@code spring.kafka.*} says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaWiring {

    @Bean(destroyMethod = "close")
    Broker broker(KafkaProperties kafka, WorkerSettings settings) {
        return new KafkaBroker(
                KafkaSettings.defaults(kafka.buildAdminProperties()).with(settings.limits()));
    }
}
