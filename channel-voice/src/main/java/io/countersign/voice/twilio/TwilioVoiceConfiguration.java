package io.countersign.voice.twilio;

import io.countersign.channel.send.Provider;
import io.countersign.voice.call.Switchboard;
import io.countersign.voice.number.CalleeDigest;
import io.countersign.voice.number.VoiceSettings;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Twilio as the channel's provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TwilioVoiceSettings.class)
class TwilioVoiceConfiguration {

    static final String PROVIDER = "twilio";

    @Bean
    Provider twilio(
            TwilioVoiceSettings twilio, VoiceSettings settings, Switchboard board, Clock clock) {
        return new Provider(
                PROVIDER,
                new TwilioCallSender(twilio.account(), settings.ringWindow(), board, clock));
    }

    /** Anyone who has the token can read in Twilio's call log whom we called. */
    @Bean
    CalleeDigest calleeDigest(TwilioVoiceSettings twilio) {
        return new CalleeDigest(twilio.authToken());
    }
}
