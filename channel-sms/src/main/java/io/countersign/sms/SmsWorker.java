package io.countersign.sms;

import io.countersign.channel.worker.ChannelWorker;
import io.countersign.events.Channel;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Sends codes as SMS. */
@SpringBootApplication
@Import(ChannelWorker.class)
public class SmsWorker {

    public static void main(String[] arguments) {
        SpringApplication.run(SmsWorker.class, arguments);
    }

    @Bean
    Channel channel() {
        return Channel.SMS;
    }
}
