package io.countersign.broker.autoconfigure;

import io.countersign.broker.Broker;
import io.countersign.broker.Topic;
import io.countersign.events.Channel;
import io.countersign.events.EventTopics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** What gateway and workers do with any broker. */
@AutoConfiguration
@EnableConfigurationProperties(BrokerSettings.class)
final class BrokerAutoConfiguration {

    /** Every program creates all: an event is published even while its takers are down. */
    @Bean
    SmartInitializingSingleton brokerTopics(Broker broker) {
        return () -> broker.ensure(all());
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Broker broker) {
        return () -> (broker.answers() ? Health.up() : Health.down()).build();
    }

    private static List<Topic> all() {
        return Stream.concat(
                        Stream.of(EventTopics.REPORTED, EventTopics.STATED),
                        Arrays.stream(Channel.values()).map(EventTopics::requested))
                .map(Topic::new)
                .toList();
    }
}
