package io.countersign.telegram.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The bot's words in the person's language, or in English if we do not have that language. */
public final class Phrases {

    private static final String BUNDLE = "io.countersign.telegram.text.phrases";

    private Phrases() {}

    public static String say(Phrase phrase, Locale locale, Object... arguments) {
        ResourceBundle words =
                ResourceBundle.getBundle(
                        BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(words.getString(phrase.key()), locale).format(arguments);
    }
}
