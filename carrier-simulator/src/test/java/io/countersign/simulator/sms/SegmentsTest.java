package io.countersign.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    @ParameterizedTest(name = "{1} times {0} takes {2}")
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "ñ, 160, 1",
        "€, 80, 1",
        "€, 81, 2",
        "á, 70, 1",
        "á, 71, 2",
        "ж, 134, 2",
        "ж, 135, 3",
        "🙂, 35, 1",
        "🙂, 36, 2",
    })
    void a_text_takes_as_many_segments_as_its_alphabet_needs(
            String character, int times, int segments) {
        assertThat(Segments.count(character.repeat(times))).isEqualTo(segments);
    }
}
