package io.countersign.voice;

import io.countersign.challenge.redis.SharedConnection;
import io.countersign.channel.sealed.RedisValueStore;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.voice.call.CallBook;
import io.countersign.voice.call.Switchboard;
import io.countersign.voice.number.CalleeDigest;
import io.countersign.voice.number.Leases;
import io.countersign.voice.number.NumberPool;
import io.countersign.voice.number.NumbersHealth;
import io.countersign.voice.number.VoiceSettings;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The path of a call up to the provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoiceSettings.class)
class CallConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CallConfiguration.class);

    @Bean
    SealedStore sealedStore(SharedConnection connection, ChannelSeal seal) {
        return new SealedStore(new RedisValueStore(connection, "countersign:voice:"), seal);
    }

    @Bean
    NumberPool numberPool(VoiceSettings settings, SealedStore store) {
        LOG.info("{}", settings.chanceOfAGuess());
        return new NumberPool(settings.pool(), store);
    }

    @Bean
    Leases leases(SealedStore store, CalleeDigest digest, SecureRandom random) {
        return new Leases(store, digest, random);
    }

    @Bean
    CallBook callBook(SealedStore store, NumberPool pool, Leases leases) {
        return new CallBook(store, pool, leases);
    }

    @Bean
    Switchboard switchboard(
            VoiceSettings settings,
            NumberPool pool,
            Leases leases,
            CallBook book,
            StatementPublisher statementPublisher) {
        return new Switchboard(settings, pool, leases, book, statementPublisher);
    }

    @Bean
    HealthIndicator numbersHealthIndicator(NumberPool pool) {
        return new NumbersHealth(pool);
    }
}
