package io.countersign.telegram.update;

import io.countersign.challenge.redis.SharedConnection;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.TelegramSettings;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the workers learn what people do. */
@Configuration(proxyBeanMethods = false)
class UpdateConfiguration {

    @Bean
    TokenCheck tokenCheck(Bot bot) {
        return new TokenCheck(bot);
    }

    @Bean
    ReceivingHealth health() {
        return new ReceivingHealth();
    }

    @Bean
    Leadership leadership(SharedConnection connection, LeaderTask task, SecureRandom random) {
        return new Leadership(new LeaderLease(connection, holder(random)), task);
    }

    /** Down if this worker should hear from Telegram and does not. */
    @Bean
    HealthIndicator updatesHealthIndicator(
            TelegramSettings settings, Leadership leadership, ReceivingHealth health) {
        return () -> {
            boolean leads = leadership.leads();
            String trouble = leads ? health.trouble() : "";
            return (trouble.isEmpty() ? Health.up() : Health.down())
                    .withDetail("by", settings.updates())
                    .withDetail("leader", leads ? "this worker" : "another worker, or none yet")
                    .withDetail("state", trouble.isEmpty() ? "well" : trouble)
                    .build();
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(
            name = "countersign.telegram.updates",
            havingValue = "polling",
            matchIfMissing = true)
    static class Polling {

        @Bean
        LeaderTask poller(
                TelegramSettings settings, UpdateHandler handler, ReceivingHealth health) {
            return new Poller(new Bot(settings), settings.longPoll(), handler, health);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "countersign.telegram.updates", havingValue = "webhook")
    @EnableConfigurationProperties(WebhookSettings.class)
    static class ByWebhook {

        @Bean
        LeaderTask webhook(
                TelegramSettings settings, WebhookSettings webhook, ReceivingHealth health) {
            return new Webhook(new Bot(settings), webhook, health);
        }
    }

    private static String holder(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
