package io.countersign.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    /** What Telegram shows of an answer to a press. */
    private static final int LONGEST_ANSWER = 200;

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_es", "_ru"})
    void every_language_has_every_phrase_and_no_other(String suffix) throws IOException {
        Set<Object> all =
                Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toSet());

        assertThat(phrases(suffix).keySet()).isEqualTo(all);
        assertThat(phrases(suffix).values()).noneMatch(words -> words.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ru"})
    void what_is_said_to_a_press_fits_into_telegrams_answer(String language) {
        Locale locale = Locale.forLanguageTag(language);

        assertThat(Phrase.values())
                .filteredOn(phrase -> phrase.name().startsWith("PRESS_"))
                .allSatisfy(
                        phrase ->
                                assertThat(Phrases.say(phrase, locale, 42))
                                        .hasSizeLessThanOrEqualTo(LONGEST_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ru"})
    void a_number_is_said_in_each_language(String language) {
        assertThat(Phrases.say(Phrase.WRONG_NUMBER, Locale.forLanguageTag(language), 42))
                .contains("42")
                .doesNotContain("{", "''");
    }

    @Test
    void a_language_that_is_none_of_ours_is_answered_in_english() {
        assertThat(Phrases.say(Phrase.QUESTION_REFUSE, Locale.FRENCH)).isEqualTo("It’s not me");
    }

    private static Properties phrases(String suffix) throws IOException {
        Properties properties = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Phrases.class.getResourceAsStream(
                                        "phrases" + suffix + ".properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
