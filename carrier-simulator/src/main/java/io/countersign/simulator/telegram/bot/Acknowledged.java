package io.countersign.simulator.telegram.bot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Methods that change only how a bot looks, which is not simulated. */
@Configuration(proxyBeanMethods = false)
class Acknowledged {

    @Bean
    BotApiMethod setMyCommands() {
        return acknowledging("setMyCommands");
    }

    @Bean
    BotApiMethod setMyDescription() {
        return acknowledging("setMyDescription");
    }

    @Bean
    BotApiMethod sendChatAction() {
        return acknowledging("sendChatAction");
    }

    private static BotApiMethod acknowledging(String name) {
        return new BotApiMethod() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public BotApiReply call(Arguments arguments) {
                return BotApiReply.done(true);
            }
        };
    }
}
