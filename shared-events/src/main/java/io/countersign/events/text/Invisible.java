package io.countersign.events.text;

import java.util.regex.Pattern;

/**
 * Characters that show nothing: controls, spaces, fillers, joiners and variation selectors.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX #44,
 *     Default_Ignorable_Code_Point</a>
 */
public final class Invisible {

    private static final String ANY =
            "[\\p{C}\\p{Z}\\s\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164"
                    + "\\ufe00-\\ufe0f\\uffa0\\x{e0100}-\\x{e01ef}]";

    private static final Pattern EVERYWHERE = Pattern.compile(ANY + "+");
    private static final Pattern AT_THE_ENDS =
            Pattern.compile("^" + ANY + "+|(?<!" + ANY + ")" + ANY + "+$");

    private Invisible() {}

    /** The text without them. */
    public static String removed(String text) {
        return EVERYWHERE.matcher(text).replaceAll("");
    }

    /** The text without those at its beginning and end. */
    public static String stripped(String text) {
        return AT_THE_ENDS.matcher(text).replaceAll("");
    }

    public static boolean in(String text) {
        return EVERYWHERE.matcher(text).find();
    }
}
