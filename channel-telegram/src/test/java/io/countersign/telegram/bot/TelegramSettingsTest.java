package io.countersign.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.telegram.bot.TelegramSettings.Updates;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SECURITY-29")
class TelegramSettingsTest {

    private static final String URL = "https://api.telegram.org";
    private static final Duration POLL = Duration.ofSeconds(25);

    @ParameterizedTest
    @CsvSource({
        "bot-token,''",
        "bot-token,changeme",
        "bot-token,<your bot token>",
        "bot-token,123456789:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "bot-token,123456789:AAF-too-short",
        "base-url,''",
        "base-url,api.telegram.org",
        "base-url,https://api.telegram.org/bot"
    })
    void what_is_missing_or_a_placeholder_stops_the_start_naming_the_key(String key, String value) {
        assertThatThrownBy(
                        () ->
                                new TelegramSettings(
                                        key.equals("bot-token") ? value : TelegramStandIn.TOKEN,
                                        key.equals("base-url") ? value : URL,
                                        Updates.POLLING,
                                        POLL,
                                        30))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.telegram." + key + " ");
    }

    @ParameterizedTest
    @CsvSource({"PT0S,30,long-poll", "PT51S,30,long-poll", "PT25S,0,messages-per-second"})
    void what_is_out_of_bounds_stops_the_start(Duration poll, int perSecond, String key) {
        assertThatThrownBy(
                        () ->
                                new TelegramSettings(
                                        TelegramStandIn.TOKEN,
                                        URL,
                                        Updates.POLLING,
                                        poll,
                                        perSecond))
                .hasMessageStartingWith("countersign.telegram." + key + " ");
    }

    @Test
    void the_token_is_not_printed() {
        TelegramSettings settings =
                new TelegramSettings(TelegramStandIn.TOKEN, URL, Updates.POLLING, POLL, 30);

        assertThat(settings.toString()).doesNotContain(TelegramStandIn.TOKEN);
    }
}
