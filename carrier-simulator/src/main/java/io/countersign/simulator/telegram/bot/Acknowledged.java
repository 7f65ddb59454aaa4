package io.countersign.simulator.telegram.bot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Methods that change only how a bot looks, which is not simulated. */
@Configuration(proxyBeanMethods = false)
class Acknowledged {

    @Bean
    Method setMyCommands() {
        return acknowledging("setMyCommands");
    }

    @Bean
    Method setMyDescription() {
        return acknowledging("setMyDescription");
    }

    @Bean
    Method sendChatAction() {
        return acknowledging("sendChatAction");
    }

    private static Method acknowledging(String name) {
        return new Method() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reply call(Arguments arguments) {
                return Reply.done(true);
            }
        };
    }
}
