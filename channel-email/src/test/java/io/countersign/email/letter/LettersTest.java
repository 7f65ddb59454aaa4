package io.countersign.email.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.challenge.Method;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message.Notice;
import io.countersign.events.content.NoticeKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    private static final String LINK = "https://login.example.com/go?a=1&token=abc";
    private static final Map<Fact, String> FACTS =
            new EnumMap<>(
                    Map.ofEntries(
                            Map.entry(Fact.AT, "2026-11-22T12:34:56Z"),
                            Map.entry(Fact.ADDRESS, "2001:db8::17"),
                            Map.entry(Fact.DEVICE, "Firefox & Co on <Linux>"),
                            Map.entry(Fact.PLACE, "Köln, Germany"),
                            Map.entry(Fact.METHOD, "TOTP"),
                            Map.entry(Fact.OUTCOME, "LOCKED"),
                            Map.entry(Fact.FACTOR, "Anna's \"phone\""),
                            Map.entry(Fact.COUNT, "7"),
                            Map.entry(Fact.UNTIL, "2026-11-23T01:02:03Z"),
                            Map.entry(Fact.LINK, LINK),
                            Map.entry(Fact.EMAIL, "new@example.org")));

    private final Letters letters = new Letters("login.example.com");

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Arrays.stream(NoticeKind.values())
                .flatMap(
                        kind ->
                                Stream.of("en", "de", "es", "ru")
                                        .map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void every_notice_tells_all_its_facts_as_text_and_as_html(NoticeKind kind, String language) {
        Letter letter = letters.write(new Notice(kind, FACTS), Locale.forLanguageTag(language));
        String html = html(letter).wholeText();

        assertThat(letter.language()).isEqualTo(language);
        assertThat(letter.subject()).isNotBlank().hasSizeLessThanOrEqualTo(50);
        for (String said :
                List.of(
                        "12:34 UTC",
                        "1:02 UTC",
                        "2001:db8::17",
                        "Firefox & Co on <Linux>",
                        "Köln, Germany",
                        "Anna's \"phone\"",
                        ": 7",
                        "new@example.org",
                        LINK,
                        "login.example.com")) {
            assertThat(letter.text()).contains(said);
            assertThat(html).contains(said.replace(": 7", "7"));
        }
        assertThat(letter.text()).doesNotContain("TOTP").doesNotContain("LOCKED");
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void every_notice_is_whole_with_nothing_but_what_it_needs(NoticeKind kind, String language) {
        Map<Fact, String> needed = new EnumMap<>(FACTS);
        needed.keySet().retainAll(kind.needs());

        Letter letter = letters.write(new Notice(kind, needed), Locale.forLanguageTag(language));

        assertThat(letter.text()).doesNotContain("null").doesNotContain("[").contains(LINK);
        assertThat(html(letter).select("tr")).hasSize(needed.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    @Tag("SECURITY-21")
    void the_only_link_is_the_fact_and_nothing_is_loaded(NoticeKind kind, String language) {
        Letter letter = letters.write(new Notice(kind, FACTS), Locale.forLanguageTag(language));
        Document html = html(letter);

        assertThat(html.select("[href]"))
                .singleElement()
                .satisfies(link -> assertThat(link.attr("href")).isEqualTo(LINK));
        assertThat(html.select("img, script, link, iframe, object, form, [src]")).isEmpty();
        assertThat(letter.html()).doesNotContain("url(").doesNotContain("@import");
        assertThat(letter.text().replace(LINK, "")).doesNotContain("://");
    }

    @Test
    @Tag("SECURITY-21")
    void a_device_that_looks_like_a_link_is_none() {
        Map<Fact, String> facts = new EnumMap<>(FACTS);
        facts.put(Fact.DEVICE, "visit http://evil.example/x or mail eve@evil.example");
        facts.put(Fact.PLACE, "<a href='https://evil.example'>Paris</a>");

        Letter letter = letters.write(new Notice(NoticeKind.NEW_DEVICE, facts), Locale.ENGLISH);

        assertThat(html(letter).select("a")).hasSize(1);
        assertThat(letter.text())
                .doesNotContain("http://evil")
                .doesNotContain("evil.example")
                .doesNotContain("eve@evil");
    }

    @Test
    void what_is_chosen_by_others_stays_one_short_line_in_reading_direction() {
        Map<Fact, String> facts = new EnumMap<>(FACTS);
        facts.put(Fact.FACTOR, "my\r\n\tphone\u202E\u2028\0" + "x".repeat(500));

        assertThat(letters.write(new Notice(NoticeKind.FACTOR_ADDED, facts), Locale.ENGLISH).text())
                .containsPattern("Added: my phone x{100,112}…\n");
    }

    @Test
    void an_emoji_in_a_name_stays_whole() {
        Map<Fact, String> facts = new EnumMap<>(FACTS);
        facts.put(Fact.FACTOR, "👩‍💻 phone");

        assertThat(letters.write(new Notice(NoticeKind.FACTOR_ADDED, facts), Locale.ENGLISH).text())
                .contains("Added: 👩‍💻 phone\n");
    }

    @Test
    @Tag("SECURITY-21")
    void what_joins_letters_makes_no_link() {
        Map<Fact, String> facts = new EnumMap<>(FACTS);
        facts.put(Fact.FACTOR, "evil.\u200dexample");

        assertThat(letters.write(new Notice(NoticeKind.FACTOR_ADDED, facts), Locale.ENGLISH).text())
                .contains("Added: evil.\u200b\u200dexample\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|22 November 2026, 12:34 UTC",
                "de|22. November 2026, 12:34 UTC",
                "es|22 de noviembre de 2026, 12:34 UTC",
                "ru|22 ноября 2026 г., 12:34 UTC",
                "en-US|22 November 2026, 12:34 UTC",
                "de-AT|22. November 2026, 12:34 UTC",
                "fr|22 November 2026, 12:34 UTC"
            })
    void times_are_in_utc_in_the_persons_language(String language, String said) {
        Notice notice = new Notice(NoticeKind.NEW_DEVICE, FACTS);

        assertThat(
                        letters.write(notice, Locale.forLanguageTag(language))
                                .text()
                                .replaceAll("[\u00A0\u202F]", " "))
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/relative", "data:text/html,x", "ftp://a.b"})
    void a_link_that_no_browser_opens_is_not_sent(String link) {
        Map<Fact, String> facts = new EnumMap<>(FACTS);
        facts.put(Fact.LINK, link);

        assertThatThrownBy(
                        () ->
                                letters.write(
                                        new Notice(NoticeKind.NEW_DEVICE, facts), Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(link);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_the_same(Language language) {
        ResourceBundle words = language.words();

        assertThat(words.keySet()).isEqualTo(Language.EN.words().keySet());
        assertThat(words.keySet()).allSatisfy(key -> assertThat(words.getString(key)).isNotBlank());
        assertThat(Method.values())
                .allSatisfy(method -> assertThat(language.find("method." + method)).isPresent());
    }

    @Test
    @Tag("SECURITY-23")
    void a_letter_does_not_print() {
        assertThat(letters.write(new Notice(NoticeKind.NEW_DEVICE, FACTS), Locale.ENGLISH))
                .asString()
                .doesNotContain("token");
    }

    private static Document html(Letter letter) {
        return Jsoup.parse(letter.html());
    }
}
