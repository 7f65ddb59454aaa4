package io.countersign.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u200b\u200e",
                "\u3164",
                "\u115f\u1160",
                "\u2800",
                "\ufe0f",
                "\u200d\u200d",
                "\ud800",
                "\u0000",
                "\uffa0",
                "\u034f"
            })
    void whatShowsNothingIsNoName(String typed) {
        assertThat(FactorName.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨‍👩‍👧‍👦 phone",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "❤️",
                "🏳️‍🌈",
                "می‌خواهم",
                "Günther"
            })
    void whatIsJoinedStaysWhole(String typed) {
        assertThat(FactorName.parse(typed)).contains(new FactorName(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "my\u202eenohp, myenohp",
        "\u2066mine\u2069, mine",
        "a\u200fb\u061cc, abc",
        "one\u2028two, onetwo",
        "Gu\u0308nther, Günther"
    })
    void whatTurnsTheTextAroundIsTakenOut(String typed, String name) {
        assertThat(FactorName.parse(typed)).contains(new FactorName(name));
    }
}
