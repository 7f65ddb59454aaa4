package io.countersign.channel.worker;

import io.countersign.challenge.Challenges;
import io.countersign.challenge.redis.SharedConnection;
import io.countersign.channel.deliver.Courier;
import io.countersign.channel.deliver.FollowUpDesk;
import io.countersign.channel.deliver.HandOver;
import io.countersign.channel.followup.FollowUpLoop;
import io.countersign.channel.followup.FollowUpLoop.Rhythm;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.followup.SlipSeal;
import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.delivery.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.events.seal.StepOpener;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The second look at what was sent. */
@Configuration(proxyBeanMethods = false)
class FollowUpWiring {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Longer than a send with all that follows. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    @Bean
    FollowUps followUps(SharedConnection connection, Channel channel) {
        return new RedisFollowUps(connection, channel);
    }

    @Bean
    SlipSeal slipSeal(ChannelSeal seal, EventCodec codec) {
        return new SlipSeal(seal, codec);
    }

    @Bean
    FollowUpDesk followUpDesk(
            FollowUps followUps,
            SlipSeal slips,
            StepOpener opener,
            Challenges challenges,
            Deliveries store,
            Courier courier,
            HandOver handOver) {
        return new FollowUpDesk(followUps, slips, opener, challenges, store, courier, handOver);
    }

    @Bean
    FollowUpLoop followUpLoop(FollowUps followUps, FollowUpDesk desk, WorkerSettings settings) {
        return new FollowUpLoop(
                followUps,
                desk::follow,
                new Rhythm(PAUSE, LEASE, settings.inFlight(), settings.drain()));
    }
}
