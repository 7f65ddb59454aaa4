package io.countersign.sms.text;

/**
 * Counts what a text takes as SMS.
 *
 * <p>One message holds 160 septets of the GSM alphabet or, when a single character is not in it, 70
 * UTF-16 units. A longer text is cut into segments of 153 or 67; neither an escape sequence nor a
 * surrogate pair is cut in two. Source: 3GPP TS 23.038, section 6.2.1, and TS 23.040, section
 * 9.2.3.24.1.
 */
public final class SmsSegments {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Two septets each: an escape and a code. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private SmsSegments() {}

    /** How many segments the text is charged as; 0 for an empty one. */
    public static int count(String text) {
        boolean gsm = inGsmAlphabet(text);
        int length = text.codePoints().map(character -> units(character, gsm)).sum();
        if (length <= roomInOne(gsm)) {
            return length == 0 ? 0 : 1;
        }
        return cut(text, gsm, gsm ? 153 : 67);
    }

    /** How many plain characters, such as those of a host name, would still fit one message. */
    static int roomLeft(String text) {
        boolean gsm = inGsmAlphabet(text);
        return roomInOne(gsm) - text.codePoints().map(character -> units(character, gsm)).sum();
    }

    private static int cut(String text, boolean gsm, int room) {
        int segments = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int units = units(character, gsm);
            if (used + units > room) {
                segments++;
                used = 0;
            }
            used += units;
        }
        return segments;
    }

    private static boolean inGsmAlphabet(String text) {
        return text.codePoints()
                .allMatch(
                        character ->
                                BASIC.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0);
    }

    private static int roomInOne(boolean gsm) {
        return gsm ? 160 : 70;
    }

    private static int units(int character, boolean gsm) {
        if (gsm) {
            return EXTENSION.indexOf(character) >= 0 ? 2 : 1;
        }
        return Character.charCount(character);
    }
}
