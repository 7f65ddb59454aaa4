package io.countersign.telegram.bot;

import io.countersign.channel.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bot, and how the workers use it.
 *
 * @param botToken as BotFather gives it: the bot's number, a colon and at least 30 characters; no
 *     default
 * @param baseUrl where the Bot API is: Telegram's or that of your own server
 * @param updates how the workers learn what people do: {@code polling} or {@code webhook}
 * @param longPoll how long Telegram may hold a poll while nothing happens; 1 s to 50 s
 * @param messagesPerSecond of all workers together; 30 is what Telegram allows without a paid plan,
 *     1 to 1 000
 */
@ConfigurationProperties("countersign.telegram")
public record TelegramSettings(
        @DefaultValue("") String botToken,
        @DefaultValue("https://api.telegram.org") String baseUrl,
        @DefaultValue("polling") Updates updates,
        @DefaultValue("25s") Duration longPoll,
        @DefaultValue("30") int messagesPerSecond) {

    /** How the workers learn what people do. */
    public enum Updates {
        POLLING,
        WEBHOOK
    }

    /** The key of the setting that holds a refused token. */
    public static final String TOKEN_KEY = "countersign.telegram.bot-token";

    private static final Pattern TOKEN = Pattern.compile("[1-9]\\d{5,15}:[A-Za-z0-9_-]{30,64}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

    /**
     * Refuses a missing value, and a placeholder as well.
     *
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    public TelegramSettings {
        Setting token = new Setting(TOKEN_KEY);
        token.mustBeSet(botToken);
        token.must(
                TOKEN.matcher(botToken).matches(),
                "must be a number, a colon and at least 30 characters, as BotFather gives it");
        token.must(variesIn(botToken), "looks like a placeholder");
        setting("base-url")
                .must(
                        ADDRESS.matcher(baseUrl).matches(),
                        "must be http:// or https://, a host and no path");
        setting("long-poll")
                .mustLieBetween(Duration.ofSeconds(1), Duration.ofSeconds(50), longPoll);
        setting("messages-per-second").mustLieBetween(1, 1_000, messagesPerSecond);
    }

    URI base() {
        return URI.create(baseUrl);
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "TelegramSettings[" + baseUrl + ", " + updates + "]";
    }

    private static boolean variesIn(String token) {
        return token.substring(token.indexOf(':')).chars().distinct().count() > 8;
    }

    private static Setting setting(String name) {
        return new Setting("countersign.telegram." + name);
    }
}
