package io.countersign.sms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSegmentsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "160,1", "161,2", "306,2", "307,3"})
    void plainTextIsCutAfter160OrElseEach153(int length, int segments) {
        assertThat(SmsSegments.count("a".repeat(length))).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3"})
    void anyOtherTextIsCutAfter70OrElseEach67(int length, int segments) {
        assertThat(SmsSegments.count("я".repeat(length))).isEqualTo(segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "è", "ù", "ì", "ò", "à", "ñ", "ü", "ß", "Ç", "¿", "Δ", "\n", "@"})
    void theseAreInTheGsmAlphabet(String character) {
        assertThat(SmsSegments.count(character + "a".repeat(159))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"á", "í", "ó", "ú", "ç", "ê", "`", "’", "–", "я", "\t"})
    void theseAreNot(String character) {
        assertThat(SmsSegments.count(character + "a".repeat(70))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"})
    void theseTakeTwoSeptets(String character) {
        assertThat(SmsSegments.count(character + "a".repeat(158))).isEqualTo(1);
        assertThat(SmsSegments.count(character + "a".repeat(159))).isEqualTo(2);
    }

    @Test
    void anEscapeSequenceIsNotCutInTwo() {
        assertThat(SmsSegments.count("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(3);
    }

    @Test
    void aSurrogatePairTakesTwoUnitsAndIsNotCutInTwo() {
        assertThat(SmsSegments.count("😀".repeat(35))).isEqualTo(1);
        assertThat(SmsSegments.count("😀".repeat(36))).isEqualTo(2);
        assertThat(SmsSegments.count("😀".repeat(67))).isEqualTo(3);
    }
}
