package io.countersign.voice.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.twilio.TwilioStandIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SECURITY-29")
class TwilioVoiceSettingsTest {

    private static final String URL = "https://voice.example.com";

    @ParameterizedTest
    @CsvSource({
        "account-sid,''",
        "auth-token,your_auth_token",
        "auth-token,00000000000000000000000000000000",
        "base-url,api.twilio.com",
        "status-callback-base-url,''"
    })
    void what_is_missing_or_a_placeholder_stops_the_start_naming_the_key(String key, String value) {
        assertThatThrownBy(
                        () ->
                                new TwilioVoiceSettings(
                                        pick(key, "base-url", value, URL),
                                        pick(key, "account-sid", value, TwilioStandIn.ACCOUNT),
                                        pick(key, "auth-token", value, TwilioStandIn.TOKEN),
                                        pick(key, "status-callback-base-url", value, URL)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.voice.twilio." + key + " ");
    }

    @Test
    void the_token_is_not_printed() {
        assertThat(
                        new TwilioVoiceSettings(
                                        URL, TwilioStandIn.ACCOUNT, TwilioStandIn.TOKEN, URL)
                                .toString())
                .doesNotContain(TwilioStandIn.TOKEN);
    }

    private static String pick(String key, String name, String wrong, String right) {
        return key.equals(name) ? wrong : right;
    }
}
