package io.countersign.voice;

import io.countersign.channel.worker.ChannelWorker;
import io.countersign.events.Channel;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Calls people from numbers whose last digits are the code, or reads a code out to them. */
@SpringBootApplication
@Import(ChannelWorker.class)
public class VoiceWorker {

    public static void main(String[] arguments) {
        SpringApplication.run(VoiceWorker.class, arguments);
    }

    @Bean
    Channel channel() {
        return Channel.VOICE;
    }
}
