package io.countersign.sms.twilio;

import io.countersign.channel.send.Provider;
import io.countersign.sms.text.SmsSettings;
import io.countersign.sms.text.SmsTexts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Twilio as the channel's provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmsSettings.class, TwilioSmsSettings.class})
class TwilioSmsConfiguration {

    static final String PROVIDER = "twilio";

    @Bean
    Provider twilio(TwilioSmsSettings settings, SmsSettings sms, Clock clock) {
        return new Provider(
                PROVIDER, new TwilioSmsSender(settings, new SmsTexts(sms.siteHost()), clock));
    }
}
