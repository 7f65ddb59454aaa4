package io.countersign.gateway.wiring;

import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepSealer;
import io.countersign.gateway.keys.GatewayKeys;
import io.countersign.gateway.keys.UnusableKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
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
        Path sms = settings.directory().resolve("seal-sms.json");
        return usable(settings, () -> new StepSealer(Map.of(Channel.SMS, SealingKeys.read(sms))));
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

    private static <T> T usable(KeySettings settings, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new UnusableKeys(settings.directory(), e);
        }
    }
}
