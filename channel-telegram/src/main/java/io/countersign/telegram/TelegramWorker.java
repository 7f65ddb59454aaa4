package io.countersign.telegram;

import io.countersign.channel.worker.ChannelWorker;
import io.countersign.events.Channel;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Asks people in Telegram whether it is them, and passes on what they say. */
@SpringBootApplication
@Import(ChannelWorker.class)
public class TelegramWorker {

    public static void main(String[] arguments) {
        SpringApplication.run(TelegramWorker.class, arguments);
    }

    @Bean
    Channel channel() {
        return Channel.TELEGRAM;
    }
}
