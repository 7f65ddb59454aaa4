package io.countersign.sms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.events.content.OneTimeCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextsTest {

    private static final OneTimeCode CODE = new OneTimeCode("042137");

    @ParameterizedTest
    @CsvSource({
        "en,Your code",
        "en-GB,Your code",
        "de,Ihr Code",
        "de-AT,Ihr Code",
        "es,Su clave",
        "es-MX,Su clave",
        "ru,Код",
        "fr,Your code",
        "'',Your code",
        "und,Your code"
    })
    void thePersonsLanguageIsSpokenOrElseEnglish(String locale, String beginning) {
        assertThat(write("example.com", locale)).startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ru"})
    void theLastLineBindsTheCodeToTheSite(String locale) {
        String text = write("login.example.com", locale);

        assertThat(text.lines().toList().getLast()).isEqualTo("@login.example.com #042137");
        assertThat(text.lines().toList().getFirst()).contains("042137");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ru"})
    void everyTextIsOneSegmentWithTheLongestHost(String locale) {
        assertThat(SmsSegments.count(write(longestHost(), locale))).isEqualTo(1);
    }

    @Test
    void someTextWouldBeTwoSegmentsWithALongerHost() {
        assertThat(SmsSegments.count(write("a" + longestHost(), "ru"))).isEqualTo(2);
    }

    @Test
    void theLongestHostLeavesRoomForRealNames() {
        assertThat(SmsTexts.longestHost()).isGreaterThanOrEqualTo("accounts.example.com".length());
    }

    @Test
    void theLongestHostIsAllowedAndALongerOneStopsTheStart() {
        assertThatNoException().isThrownBy(() -> new SmsSettings(longestHost()));
        assertThatThrownBy(() -> new SmsSettings("a" + longestHost()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("countersign.sms.site-host")
                .hasMessageContaining("within one SMS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://example.com",
                "example.com:443",
                "example.com/",
                "-a.example",
                "exämple.com",
                "EXAMPLE.com",
                "a..b",
                "example.com."
            })
    void whatIsNoHostNameStopsTheStart(String host) {
        assertThatThrownBy(() -> new SmsSettings(host))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.sms.site-host ");
    }

    private static String longestHost() {
        return "a".repeat(SmsTexts.longestHost() - 4) + ".com";
    }

    private static String write(String host, String locale) {
        return new SmsTexts(host).write(CODE, Locale.forLanguageTag(locale));
    }
}
