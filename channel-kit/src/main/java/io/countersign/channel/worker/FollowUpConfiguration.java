package io.countersign.channel.worker;

import io.countersign.challenge.redis.SharedConnection;
import io.countersign.challenge.store.Challenges;
import io.countersign.channel.deliver.Courier;
import io.countersign.channel.deliver.DueTasks;
import io.countersign.channel.deliver.FollowUpHandler;
import io.countersign.channel.deliver.HandOver;
import io.countersign.channel.followup.FollowUpLoop;
import io.countersign.channel.followup.FollowUpLoop.Rhythm;
import io.countersign.channel.followup.FollowUpSeal;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.events.seal.StepOpener;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The follow-up of what was sent. */
@Configuration(proxyBeanMethods = false)
class FollowUpConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Longer than a send with all that follows. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    @Bean
    FollowUps followUps(SharedConnection connection, Channel channel) {
        return new RedisFollowUps(connection, channel);
    }

    @Bean
    FollowUpSeal followUpSeal(ChannelSeal seal, EventCodec codec) {
        return new FollowUpSeal(seal, codec);
    }

    @Bean
    FollowUpHandler followUpHandler(
            FollowUps followUps,
            FollowUpSeal followUpSeal,
            StepOpener opener,
            Challenges challenges,
            Deliveries store,
            Courier courier,
            HandOver handOver) {
        return new FollowUpHandler(
                followUps,
                new DueTasks(followUpSeal, opener),
                challenges,
                store,
                courier,
                handOver);
    }

    @Bean
    FollowUpLoop followUpLoop(
            FollowUps followUps, FollowUpHandler claims, WorkerSettings settings) {
        return new FollowUpLoop(
                followUps,
                claims::follow,
                new Rhythm(PAUSE, LEASE, settings.inFlight(), settings.drain()));
    }
}
