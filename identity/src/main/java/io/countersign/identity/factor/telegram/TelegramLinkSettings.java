package io.countersign.identity.factor.telegram;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Linking Telegram accounts.
 *
 * @param botName the bot's username without the @; empty if there is no bot, and then no one can
 *     link
 * @param linkBaseUrl what a linking address begins with
 * @param patience how long a linking address works
 * @param most how many Telegram accounts an account can have
 */
@Validated
@ConfigurationProperties("countersign.telegram")
public record TelegramLinkSettings(
        @DefaultValue("") @Pattern(regexp = "[A-Za-z0-9_]{0,32}") String botName,
        @DefaultValue("https://t.me") URI linkBaseUrl,
        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(minutes = 10) Duration patience,
        @DefaultValue("10") @Min(1) @Max(100) int most) {

    public boolean setUp() {
        return !botName.isEmpty();
    }

    /** What opens the bot in Telegram; empty where there is none. */
    public Optional<String> address() {
        return setUp() ? Optional.of(linkBaseUrl + "/" + botName) : Optional.empty();
    }

    /** What opens the bot in Telegram and brings it the ticket. */
    public String address(String ticket) {
        return linkBaseUrl + "/" + botName + "?start=" + ticket;
    }
}
