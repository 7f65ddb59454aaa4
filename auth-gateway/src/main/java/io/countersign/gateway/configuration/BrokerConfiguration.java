package io.countersign.gateway.configuration;

import io.countersign.broker.Broker;
import io.countersign.broker.Topic;
import io.countersign.broker.autoconfigure.EventIntake;
import io.countersign.events.EventTopics;
import io.countersign.gateway.admission.PromptBroker;
import io.countersign.identity.factor.telegram.ReachabilityHandler;
import io.countersign.identity.factor.telegram.StatementHandler;
import io.countersign.identity.notice.NoticeReports;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration
class BrokerConfiguration {

    /** Closes nothing: the broker behind it is a bean of its own. */
    @Bean(destroyMethod = "")
    @Primary
    Broker promptBroker(@Qualifier("broker") Broker broker) {
        return new PromptBroker(broker);
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
}
