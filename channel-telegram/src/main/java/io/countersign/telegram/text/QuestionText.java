package io.countersign.telegram.text;

import io.countersign.events.content.Fact;
import io.countersign.events.text.OneLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A question as a message: what it is about, and a last line that says what to do or how it ended.
 */
public final class QuestionText {

    private static final int LONGEST_FACT = 100;

    private QuestionText() {}

    /**
     * Puts it into words.
     *
     * @param facts about the attempt; what is not known is left out
     * @param last in the person's language
     */
    public static String write(Map<Fact, String> facts, String last, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(Phrases.say(Phrase.QUESTION, locale));
        lines.add("");
        about(facts, Fact.EMAIL, Phrase.QUESTION_ACCOUNT, locale, lines);
        about(facts, Fact.LINK, Phrase.QUESTION_SERVICE, locale, lines);
        about(facts, Fact.DEVICE, Phrase.QUESTION_DEVICE, locale, lines);
        about(facts, Fact.PLACE, Phrase.QUESTION_PLACE, locale, lines);
        about(facts, Fact.ADDRESS, Phrase.QUESTION_ADDRESS, locale, lines);
        about(facts, Fact.AT, Phrase.QUESTION_AT, locale, lines);
        lines.add("");
        lines.add(last);
        return String.join("\n", lines);
    }

    private static void about(
            Map<Fact, String> facts, Fact fact, Phrase phrase, Locale locale, List<String> lines) {
        String value = facts.get(fact);
        if (value != null && !value.isBlank()) {
            String shown =
                    switch (fact) {
                        case AT -> time(value, locale);
                        case LINK -> onOneLine(value.replaceFirst("^https?://", ""));
                        default -> onOneLine(value);
                    };
            lines.add(Phrases.say(phrase, locale, shown));
        }
    }

    private static String time(String instant, Locale locale) {
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(locale)
                            .withZone(ZoneOffset.UTC)
                            .format(Instant.parse(instant))
                    + " UTC";
        } catch (DateTimeException e) {
            return onOneLine(instant);
        }
    }

    /** A person who tries to sign in must not be able to add lines to the question. */
    private static String onOneLine(String value) {
        return OneLine.of(value, LONGEST_FACT);
    }
}
