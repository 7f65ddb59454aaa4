package io.countersign.sms;

import io.countersign.channel.worker.ChannelWorker;
import io.countersign.events.Channel;
import io.countersign.sms.text.SmsSettings;
import io.countersign.sms.text.SmsTexts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Sends codes as SMS. */
@SpringBootApplication
@Import(ChannelWorker.class)
@EnableConfigurationProperties(SmsSettings.class)
public class SmsWorker {

    public static void main(String[] arguments) {
        SpringApplication.run(SmsWorker.class, arguments);
    }

    @Bean
    Channel channel() {
        return Channel.SMS;
    }

    @Bean
    SmsTexts texts(SmsSettings settings) {
        return new SmsTexts(settings.siteHost());
    }
}
