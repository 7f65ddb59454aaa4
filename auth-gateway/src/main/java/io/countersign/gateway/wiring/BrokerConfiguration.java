package io.countersign.gateway.wiring;

import io.countersign.broker.Broker;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.events.Channel;
import io.countersign.events.EventTopics;
import io.countersign.gateway.admission.PromptBroker;
import io.countersign.gateway.challenge.StatementHandler;
import io.countersign.gateway.notice.NoticeReports;
import io.countersign.gateway.telegram.ReachabilityHandler;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BrokerConfiguration {

    @Bean
    Broker broker(KafkaProperties kafka, BrokerSettings settings) {
        Broker broker =
                new PromptBroker(
                        new KafkaBroker(
                                KafkaSettings.defaults(kafka.buildAdminProperties())
                                        .publishingWithin(settings.publishWithin())));
        broker.ensure(topics());
        return broker;
    }

    @Bean
    EventIntake statementIntake(Broker broker, StatementHandler handler) {
        return new EventIntake(
                broker, new Topic(EventTopics.STATED), "auth-gateway-statements", handler);
    }

    @Bean
    EventIntake reachabilityIntake(Broker broker, ReachabilityHandler handler) {
        return new EventIntake(
                broker, new Topic(EventTopics.STATED), "auth-gateway-reach", handler);
    }

    @Bean
    EventIntake noticeIntake(Broker broker, NoticeReports reports) {
        return new EventIntake(
                broker, new Topic(EventTopics.REPORTED), "auth-gateway-notices", reports);
    }

    private static List<Topic> topics() {
        return Stream.concat(
                        Arrays.stream(Channel.values()).map(EventTopics::requested),
                        Stream.of(EventTopics.REPORTED, EventTopics.STATED))
                .map(Topic::new)
                .toList();
    }
}
