package io.countersign.events.text;

import java.util.regex.Pattern;

/**
 * Text that others chose, such as a name or a device, made fit to stand among our own words: it
 * adds no line to them and does not turn their reading direction.
 */
public final class OneLine {

    private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");

    private OneLine() {}

    /** May be empty, or show nothing. */
    public static String of(String foreign) {
        return spaced(Steering.removed(spaced(foreign))).strip();
    }

    /**
     * The same, cut with an ellipsis where it is longer.
     *
     * @param longest in code points
     */
    public static String of(String foreign, int longest) {
        String line = of(foreign);
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
    }

    private static String spaced(String text) {
        return GAP.matcher(text).replaceAll(" ");
    }
}
