package io.countersign.gateway.configuration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.engine.keys.UnusableKeys;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepSealer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class KeysConfiguration {

    @Bean
    GatewayKeys gatewayKeys(KeySettings settings) {
        return usable(settings, () -> GatewayKeys.read(settings.directory()));
    }

    @Bean
    StepSealer stepSealer(KeySettings settings) {
        return usable(
                settings,
                () ->
                        new StepSealer(
                                Stream.of(Channel.values())
                                        .collect(
                                                toUnmodifiableMap(
                                                        channel -> channel,
                                                        channel -> sealing(settings, channel)))));
    }

    /** Opens what the voice workers put into the store. */
    @Bean
    ChannelSeal voiceSeal(KeySettings settings) {
        return channelSeal(settings, Channel.VOICE);
    }

    /** Seals what the gateway and the Telegram workers put into the store for each other. */
    @Bean
    ChannelSeal telegramSeal(KeySettings settings) {
        return channelSeal(settings, Channel.TELEGRAM);
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec("/countersign/auth-gateway");
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static ChannelSeal channelSeal(KeySettings settings, Channel channel) {
        return usable(settings, () -> new ChannelSeal(channel, sealing(settings, channel)));
    }

    private static SealingKeys sealing(KeySettings settings, Channel channel) {
        return SealingKeys.read(
                settings.directory().resolve("seal-" + channel.wireName() + ".json"));
    }

    private static <T> T usable(KeySettings settings, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new UnusableKeys(settings.directory(), e);
        }
    }
}
