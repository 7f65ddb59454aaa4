package io.countersign.voice;

import io.countersign.challenge.redis.SharedConnection;
import io.countersign.channel.statement.Speaker;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.voice.call.CallBook;
import io.countersign.voice.call.Switchboard;
import io.countersign.voice.note.Notebook;
import io.countersign.voice.note.RedisNoteStore;
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

/** The way of a call up to the provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoiceSettings.class)
class CallWiring {

    private static final Logger LOG = LoggerFactory.getLogger(CallWiring.class);

    @Bean
    Notebook notebook(SharedConnection connection, ChannelSeal seal) {
        return new Notebook(new RedisNoteStore(connection), seal);
    }

    @Bean
    NumberPool numberPool(VoiceSettings settings, Notebook notes) {
        LOG.info("{}", settings.chanceOfAGuess());
        return new NumberPool(settings.pool(), notes);
    }

    @Bean
    Leases leases(Notebook notes, CalleeDigest digest, SecureRandom random) {
        return new Leases(notes, digest, random);
    }

    @Bean
    CallBook callBook(Notebook notes, NumberPool pool, Leases leases) {
        return new CallBook(notes, pool, leases);
    }

    @Bean
    Switchboard switchboard(
            VoiceSettings settings,
            NumberPool pool,
            Leases leases,
            CallBook book,
            Speaker speaker) {
        return new Switchboard(settings, pool, leases, book, speaker);
    }

    @Bean
    HealthIndicator numbersHealthIndicator(NumberPool pool) {
        return new NumbersHealth(pool);
    }
}
