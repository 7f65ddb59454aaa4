package io.countersign.simulator.sms;

/**
 * Counts the segments that a text takes: GSM-7 where every character is in that alphabet, else
 * UCS-2 (3GPP TS 23.038, sections 6.2.1 and 6.2.3).
 */
public final class Segments {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private Segments() {}

    public static int count(String text) {
        return text.chars().allMatch(character -> septets(character) > 0)
                ? split(text.chars().map(Segments::septets).sum(), 160, 153)
                : split(text.length(), 70, 67);
    }

    /** How many of GSM-7's units the character takes, 0 if it is not in that alphabet. */
    private static int septets(int character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }

    private static int split(int units, int alone, int joined) {
        return units <= alone ? 1 : Math.ceilDiv(units, joined);
    }
}
