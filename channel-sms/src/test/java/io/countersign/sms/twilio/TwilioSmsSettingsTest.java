package io.countersign.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.twilio.TwilioStandIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SECURITY-29")
class TwilioSmsSettingsTest {

    private static final String URL = "https://sms.example.com";
    private static final String NUMBER = "+12015550199";

    @ParameterizedTest
    @CsvSource({
        "account-sid,''",
        "account-sid,ACxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "account-sid,your-account-sid",
        "auth-token,''",
        "auth-token,changeme",
        "auth-token,your_auth_token",
        "auth-token,00000000000000000000000000000000",
        "from,''",
        "from,12015550199",
        "from,MG-service",
        "base-url,''",
        "base-url,api.twilio.com",
        "base-url,https://api.twilio.com/2010-04-01",
        "status-callback-base-url,''",
        "status-callback-base-url,https://example.com/",
        "status-callback-base-url,https://sms_1.example.com"
    })
    void whatIsMissingOrAPlaceholderStopsTheStartNamingTheKey(String key, String value) {
        assertThatThrownBy(
                        () ->
                                new TwilioSmsSettings(
                                        true,
                                        pick(key, "base-url", value, URL),
                                        pick(key, "account-sid", value, TwilioStandIn.ACCOUNT),
                                        pick(key, "auth-token", value, TwilioStandIn.TOKEN),
                                        pick(key, "from", value, NUMBER),
                                        pick(key, "status-callback-base-url", value, URL)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.sms.twilio." + key + " ");
    }

    @Test
    void theTokenIsNotPrinted() {
        TwilioSmsSettings settings =
                new TwilioSmsSettings(
                        true, URL, TwilioStandIn.ACCOUNT, TwilioStandIn.TOKEN, NUMBER, URL);

        assertThat(settings.toString()).doesNotContain(TwilioStandIn.TOKEN);
    }

    private static String pick(String key, String name, String wrong, String right) {
        return key.equals(name) ? wrong : right;
    }
}
