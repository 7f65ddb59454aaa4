package io.countersign.events.text;

import java.util.regex.Pattern;

/**
 * Characters that steer the text instead of showing something, such as those for the reading
 * direction. Characters that join the parts of an emoji or of a word are not among them.
 */
public final class Steering {

    private static final Pattern ANY =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}"
                            + "&&[^\\u200c\\u200d\\x{e0020}-\\x{e007f}]]");

    private Steering() {}

    /** The text without them. */
    public static String removed(String text) {
        return ANY.matcher(text).replaceAll("");
    }
}
