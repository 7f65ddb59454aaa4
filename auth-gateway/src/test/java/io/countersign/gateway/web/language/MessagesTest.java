package io.countersign.gateway.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    static Stream<Locale> translations() {
        return Languages.OFFERED.stream().skip(1);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyMessageIsTranslated(Locale language) {
        assertThat(AllMessages.in(language).keySet())
                .isEqualTo(AllMessages.in(Locale.ENGLISH).keySet());
        assertThat(AllMessages.in(language)).allSatisfy((_, text) -> assertThat(text).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTranslationHasThePlaceholdersOfTheOriginal(Locale language) {
        Map<String, String> original = AllMessages.in(Locale.ENGLISH);

        assertThat(AllMessages.in(language))
                .allSatisfy(
                        (key, text) ->
                                assertThat(placeholders(text))
                                        .as(key)
                                        .isEqualTo(
                                                placeholders(
                                                        Objects.requireNonNull(
                                                                original.get(key)))));
    }

    /** MessageFormat takes one for a quotation mark, but only where there are arguments. */
    @ParameterizedTest
    @MethodSource("languages")
    void noMessageHasAStraightApostrophe(Locale language) {
        assertThat(AllMessages.in(language))
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void guessesAreCountedAsTheLanguageDoes(Locale language) {
        String pattern =
                Objects.requireNonNull(AllMessages.in(language).get("challenge.guesses-left"));
        MessageFormat format = new MessageFormat(pattern, language);

        assertThat(Stream.of(0, 1, 2, 5).map(left -> format.format(new Object[] {left})))
                .isEqualTo(
                        switch (language.getLanguage()) {
                            case "de" ->
                                    List.of(
                                            "Keine Versuche mehr",
                                            "Noch 1 Versuch",
                                            "Noch 2 Versuche",
                                            "Noch 5 Versuche");
                            case "es" ->
                                    List.of(
                                            "No quedan intentos",
                                            "Queda 1 intento",
                                            "Quedan 2 intentos",
                                            "Quedan 5 intentos");
                            case "ru" ->
                                    List.of(
                                            "Попыток не осталось",
                                            "Осталась 1 попытка",
                                            "Осталось 2 попытки",
                                            "Осталось 5 попыток");
                            default ->
                                    List.of(
                                            "No tries left",
                                            "1 try left",
                                            "2 tries left",
                                            "5 tries left");
                        });
    }

    static Stream<Locale> languages() {
        return Languages.OFFERED.stream();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
