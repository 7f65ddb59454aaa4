package io.countersign.channel.worker;

import io.countersign.broker.Broker;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.Topic;
import io.countersign.broker.autoconfigure.EventIntake;
import io.countersign.channel.deliver.DeliveryHandler;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepOpener;
import io.countersign.liveness.WorkerLiveness;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything of a channel's worker but the channel.
 *
 * <p>An application imports it, adds a {@link Channel} and at least one {@link
 * io.countersign.channel.send.Provider} as beans, and {@code spring.config.import:
 * classpath:channel-worker.yaml} to its properties.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WorkerSettings.class, WorkerKeySettings.class})
@Import({DeliveryConfiguration.class, FollowUpConfiguration.class, WorkerHealthConfiguration.class})
public class ChannelWorker {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    EventCodec eventCodec(Channel channel) {
        return new EventCodec("/countersign/" + group(channel));
    }

    @Bean
    SealingKeys sealingKeys(WorkerKeySettings keys, Channel channel) {
        return keys.sealing(channel);
    }

    @Bean
    StepOpener stepOpener(SealingKeys keys) {
        return new StepOpener(keys);
    }

    /** Seals what the channel's workers leave in the store, for each other and for the gateway. */
    @Bean
    ChannelSeal channelSeal(Channel channel, SealingKeys keys) {
        return new ChannelSeal(channel, keys);
    }

    @Bean
    SubscriptionLimits subscriptionLimits(WorkerSettings settings) {
        return settings.limits();
    }

    @Bean
    EventIntake intake(Broker broker, Channel channel, DeliveryHandler handler) {
        Topic topic = new Topic(EventTopics.requested(channel));
        return new EventIntake(broker, topic, group(channel), handler);
    }

    /** Starts after the intake and stops before it, because it depends on it. */
    @Bean
    Heartbeat heartbeat(WorkerLiveness liveness, Channel channel, EventIntake intake) {
        return new Heartbeat(liveness, channel, intake::asks);
    }

    private static String group(Channel channel) {
        return "channel-" + channel.wireName();
    }
}
