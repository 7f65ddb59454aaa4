package io.countersign.voice.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.voice.TestPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceSettingsTest {

    private static final Duration WINDOW = Duration.ofSeconds(20);

    @Test
    void a_hundred_endings_are_enough() {
        assertThat(settings(TestPool.ofHundred(), false).pool()).hasSize(100);
    }

    @Test
    @Tag("SECURITY-4")
    void what_a_guess_is_worth_is_said() {
        assertThat(settings(TestPool.ofHundred(), false).chanceOfAGuess())
                .contains("right once in 100 times")
                .contains("one of three with a chance of 3.0 %");
        assertThat(settings(TestPool.ofHundred(), true).chanceOfAGuess())
                .contains("once in a million times");
    }

    @Test
    void an_empty_pool_stops_the_start() {
        assertThatThrownBy(() -> settings(List.of(), true))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("countersign.voice.numbers is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12125550199", "+1212555019x", "+0212", "+1234567", "", "your-number"})
    void what_is_no_number_stops_the_start_naming_its_place_and_not_itself(String wrong) {
        List<String> numbers = new ArrayList<>(TestPool.ofHundred());
        numbers.set(2, wrong);

        assertThatThrownBy(() -> settings(numbers, false))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "countersign.voice.numbers must hold numbers such as +12015550123, and"
                                + " entry 3 is none.");
    }

    @Test
    void a_number_that_is_there_twice_stops_the_start() {
        List<String> numbers = new ArrayList<>(TestPool.ofHundred());
        numbers.add(numbers.get(6));

        assertThatThrownBy(() -> settings(numbers, false))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "countersign.voice.numbers holds the same number as entry 7 and as entry"
                                + " 101.");
    }

    @Test
    @Tag("SECURITY-20")
    void too_few_endings_stop_the_start_with_the_alternative() {
        List<String> numbers = new ArrayList<>(TestPool.ofHundred().subList(0, 99));
        numbers.add("+13105550101");

        assertThatThrownBy(() -> settings(numbers, false))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.voice.numbers has 99 different endings")
                .hasMessageContaining("countersign.voice.min-endings=100")
                .hasMessageContaining("countersign.voice.spoken-only=true");
    }

    @Test
    void one_number_is_enough_to_read_codes_out() {
        assertThatNoException().isThrownBy(() -> settings(List.of("+12125550100"), true));
    }

    @ParameterizedTest
    @CsvSource({"9,PT20S,min-endings", "10001,PT20S,min-endings", "100,PT4S,ring-window"})
    void what_is_out_of_bounds_stops_the_start(int endings, Duration window, String key) {
        assertThatThrownBy(() -> new VoiceSettings(TestPool.ofHundred(), endings, false, window))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.voice." + key + " ");
    }

    @Test
    @Tag("SECURITY-23")
    void the_numbers_are_not_printed() {
        VoiceSettings settings = settings(TestPool.ofHundred(), false);

        assertThat(settings + " " + settings.pool()).doesNotContain("555");
    }

    private static VoiceSettings settings(List<String> numbers, boolean spokenOnly) {
        return new VoiceSettings(numbers, 100, spokenOnly, WINDOW);
    }
}
