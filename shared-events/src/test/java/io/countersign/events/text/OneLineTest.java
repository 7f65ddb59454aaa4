package io.countersign.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @CsvSource({
        "my\u202eenohp, myenohp",
        "\u2066mine\u2069, mine",
        "a\u200fb\u061cc\ufeff, abc",
        "a\u0000b, a b",
        "'one\u2028two\u2029\u0085\r\nthree', one two three",
        "one \u202e two, one two",
        "a\u00a0\u3000b, a b",
        "a\ud800b, ab",
        "so\u00adft, soft"
    })
    void nothing_in_it_steers_or_ends_the_line(String foreign, String line) {
        assertThat(OneLine.of(foreign)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨‍👩‍👧‍👦 phone",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🏳️‍🌈",
                "می‌خواهم",
                "אנה",
                "O'Hara-Günther & Co."
            })
    void what_shows_something_stays_as_it_is(String foreign) {
        assertThat(OneLine.of(foreign)).isEqualTo(foreign);
    }

    @Test
    void what_is_cut_is_cut_between_characters() {
        assertThat(OneLine.of("🌻🌻🌻", 2)).isEqualTo("🌻🌻…");
        assertThat(OneLine.of("🌻🌻", 2)).isEqualTo("🌻🌻");
    }
}
