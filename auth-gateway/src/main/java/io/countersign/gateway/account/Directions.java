package io.countersign.gateway.account;

import java.util.Set;

/**
 * The Bidi rule: a label that is written from right to left is so as a whole.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5893#section-2">RFC 5893, section 2</a>
 */
final class Directions {

    private static final Set<Byte> RIGHT_TO_LEFT =
            Set.of(
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

    private Directions() {}

    static boolean fit(String label) {
        boolean anyRight = label.codePoints().anyMatch(Directions::right);
        boolean arabicDigits = has(label, Character.DIRECTIONALITY_ARABIC_NUMBER);
        if (!anyRight && !arabicDigits) {
            return true;
        }
        boolean mixed =
                has(label, Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                        || arabicDigits && has(label, Character.DIRECTIONALITY_EUROPEAN_NUMBER);
        return right(label.codePointAt(0)) && !mixed;
    }

    private static boolean right(int character) {
        return RIGHT_TO_LEFT.contains(Character.getDirectionality(character));
    }

    private static boolean has(String label, byte direction) {
        return label.codePoints().anyMatch(each -> Character.getDirectionality(each) == direction);
    }
}
