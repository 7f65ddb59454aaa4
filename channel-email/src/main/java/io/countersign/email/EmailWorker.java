package io.countersign.email;

import io.countersign.channel.worker.ChannelWorker;
import io.countersign.events.Channel;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Sends notices by e-mail. */
@SpringBootApplication
@Import(ChannelWorker.class)
public class EmailWorker {

    public static void main(String[] arguments) {
        SpringApplication.run(EmailWorker.class, arguments);
    }

    @Bean
    Channel channel() {
        return Channel.EMAIL;
    }
}
