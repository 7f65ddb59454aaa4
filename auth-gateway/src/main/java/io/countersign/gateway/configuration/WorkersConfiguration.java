package io.countersign.gateway.configuration;

import io.countersign.engine.status.ChannelWorkers;
import io.countersign.events.Channel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows in health and metrics which channels have no worker. */
@Configuration
class WorkersConfiguration {

    /**
     * Spring Boot does not rank this status, so it lowers no other one: the other methods work, and
     * taking the gateway out of service would take them down too.
     */
    private static final Status NO_WORKER = new Status("NO_WORKER");

    @Bean
    CompositeHealthContributor workersHealthContributor(ChannelWorkers workers) {
        Map<String, HealthIndicator> channels =
                Stream.of(Channel.values())
                        .collect(
                                Collectors.toMap(
                                        Channel::wireName, channel -> health(workers, channel)));
        return CompositeHealthContributor.fromMap(channels);
    }

    /** Not a number while Redis does not answer. */
    @Bean
    MeterBinder channelWorkersMeters(ChannelWorkers workers) {
        return registry ->
                Stream.of(Channel.values())
                        .forEach(
                                channel ->
                                        Gauge.builder(
                                                        "countersign.channel.workers",
                                                        workers,
                                                        now -> count(now.alive(channel)))
                                                .tag("channel", channel.wireName())
                                                .register(registry));
    }

    private static HealthIndicator health(ChannelWorkers workers, Channel channel) {
        return () -> {
            OptionalInt alive = workers.alive(channel);
            if (alive.isEmpty()) {
                return Health.unknown().build();
            }
            return Health.status(alive.getAsInt() > 0 ? Status.UP : NO_WORKER)
                    .withDetail("workers", alive.getAsInt())
                    .build();
        };
    }

    private static double count(OptionalInt alive) {
        return alive.isPresent() ? alive.getAsInt() : Double.NaN;
    }
}
