package io.countersign.email.letter;

import io.countersign.events.text.OneLine;
import java.util.regex.Pattern;

/**
 * Takes the life out of text that others chose, such as a device's name: an attacker must not be
 * able to put a link, a line or another reading direction into a letter that we sign.
 */
final class Inert {

    private static final int LONGEST = 120;

    /** Places where a mail program would see an address and turn it into a link. */
    private static final Pattern LINKING =
            Pattern.compile("([.:@/])(?=\\p{Cf}*\\p{L})|(:)(?=\\p{Cf}*/)");

    private static final String GAP = "\u200B";

    private Inert() {}

    /** One line of at most 120 characters. */
    static String line(String value) {
        return OneLine.of(value, LONGEST);
    }

    /** The same, with an invisible gap in each place where a mail program would make a link. */
    static String text(String value) {
        return LINKING.matcher(line(value)).replaceAll("$0" + GAP);
    }
}
