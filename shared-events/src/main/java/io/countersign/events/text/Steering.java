package io.countersign.events.text;

import java.util.regex.Pattern;

/**
 * Characters that steer instead of showing, such as the reading direction. What joins the parts of
 * an emoji or of a word is none of them.
 */
public final class Steering {

    private static final Pattern ANY =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}"
                            + "&&[^\\u200c\\u200d\\x{e0020}-\\x{e007f}]]");

    private Steering() {}

    /** What is left without them. */
    public static String removed(String text) {
        return ANY.matcher(text).replaceAll("");
    }
}
