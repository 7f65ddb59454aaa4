package io.countersign.sms.twilio;

import io.countersign.channel.send.Provider;
import io.countersign.sms.text.SmsTexts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Twilio as a provider of the channel: the first to be asked. */
@WhereTwilioSends
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TwilioSmsSettings.class)
class TwilioSmsConfiguration {

    static final String PROVIDER = "twilio";

    @Bean
    @Order(10)
    Provider twilio(TwilioSmsSettings settings, SmsTexts texts, Clock clock) {
        return new Provider(PROVIDER, new TwilioSmsSender(settings, texts, clock));
    }
}
