package io.countersign.gateway.wiring;

import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepSealer;
import io.countersign.gateway.keys.GatewayKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class KeysConfiguration {

    @Bean
    GatewayKeys gatewayKeys(KeySettings settings) {
        return GatewayKeys.read(settings.directory());
    }

    @Bean
    StepSealer stepSealer(KeySettings settings) {
        return new StepSealer(
                Map.of(
                        Channel.SMS,
                        SealingKeys.read(settings.directory().resolve("seal-sms.json"))));
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
}
