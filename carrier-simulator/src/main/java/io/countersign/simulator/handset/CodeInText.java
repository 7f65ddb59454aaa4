package io.countersign.simulator.handset;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the one-time code in a text as a phone does: by the last line of the origin-bound form, if
 * there is one, else by looking for a group of digits that could be a code.
 *
 * @see <a href="https://wicg.github.io/sms-one-time-codes/">Origin-bound one-time codes</a>
 */
final class CodeInText {

    private static final Pattern LAST_LINE =
            Pattern.compile("(?s)(?<text>.*?)\\n+(?<line>@\\S+ #(?<code>\\w{4,10}).*)");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\d+])(?:\\d{4,8}|\\d{3}[ -]\\d{3})(?!\\d)");

    /**
     * A text in its parts, which make up the whole again.
     *
     * @param before what stands before the code; all of the text if there is no code
     * @param code empty if there is none
     * @param machineLine the last line that is meant for the phone, else empty
     */
    record Parts(String before, String code, String after, String machineLine) {

        /** The code as it is to be typed. */
        public String digits() {
            return code.replaceAll("[ -]", "");
        }
    }

    private CodeInText() {}

    static Parts find(String body) {
        Matcher bound = LAST_LINE.matcher(body);
        if (!bound.matches()) {
            return split(body, first(DIGITS, body), "");
        }
        String text = bound.group("text");
        String code = bound.group("code");
        Optional<MatchResult> inText = first(Pattern.compile(Pattern.quote(code)), text);
        return split(text, inText, bound.group("line"));
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        return Stream.of(pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::toMatchResult)
                .findFirst();
    }

    private static Parts split(String text, Optional<MatchResult> code, String machineLine) {
        return code.map(
                        found ->
                                new Parts(
                                        text.substring(0, found.start()),
                                        found.group(),
                                        text.substring(found.end()),
                                        machineLine))
                .orElse(new Parts(text, "", "", machineLine));
    }
}
