package io.countersign.email.letter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** A language that letters are written in. */
enum Language {
    /**
     * The British style, with the day before the month and a 24-hour clock, is clear to everyone.
     */
    EN(Locale.UK),
    DE(Locale.GERMAN),
    ES(Locale.of("es")),
    RU(Locale.of("ru"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The person's language, or English if we do not have it. */
    static Language of(Locale wanted) {
        return Arrays.stream(values())
                .filter(one -> one.tag().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(EN);
    }

    String tag() {
        return locale.getLanguage();
    }

    /**
     * @throws java.util.MissingResourceException when there is no such text
     */
    String say(String key) {
        return words().getString(key);
    }

    Optional<String> find(String key) {
        ResourceBundle words = words();
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    /** Date and time in UTC, and saying so. */
    String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(instant.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    ResourceBundle words() {
        return ResourceBundle.getBundle(
                "io.countersign.email.letter.letters",
                this == EN ? Locale.ROOT : locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
