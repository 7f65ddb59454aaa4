package io.countersign.simulator.telegram;

import io.countersign.simulator.telegram.wire.User;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one bot that the simulated Telegram knows. There is no default token: choose one when you
 * start the simulator and give it to the worker too.
 *
 * @param botToken digits, a colon and at least 30 letters, digits, underscores or hyphens; without
 *     it, every request of a bot is answered with 401
 * @param botUsername ends in {@code bot}
 * @param botName as people see it
 * @param webhookRetryAfter until an update that the webhook did not take is sent again
 */
@ConfigurationProperties("simulator.telegram")
public record SimulatedBotSettings(
        @Nullable String botToken,
        @DefaultValue("countersign_bot") String botUsername,
        @DefaultValue("Countersign") String botName,
        @DefaultValue("1s") Duration webhookRetryAfter) {

    private static final Pattern TOKEN = Pattern.compile("\\d{3,15}:[A-Za-z0-9_-]{30,64}");

    public SimulatedBotSettings {
        if (botToken != null && !TOKEN.matcher(botToken).matches()) {
            throw new IllegalArgumentException(
                    "simulator.telegram.bot-token is not valid: it must be digits, a colon and 30"
                            + " to 64 letters, digits, underscores or hyphens");
        }
        if (!webhookRetryAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "simulator.telegram.webhook-retry-after must be above zero");
        }
    }

    public User bot() {
        long id =
                botToken == null ? 0 : Long.parseLong(botToken.substring(0, botToken.indexOf(':')));
        return new User(id, true, botName, botUsername);
    }

    @Override
    public String toString() {
        return "SimulatedBotSettings[" + botUsername + "]";
    }
}
