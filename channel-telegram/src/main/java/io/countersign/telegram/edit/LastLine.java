package io.countersign.telegram.edit;

import io.countersign.telegram.text.Phrase;
import java.util.List;

/**
 * What a question's last line says.
 *
 * @param last whether it is final
 */
record LastLine(Phrase phrase, List<Object> arguments, boolean last) {

    static LastLine last(Phrase phrase, Object... arguments) {
        return new LastLine(phrase, List.of(arguments), true);
    }

    static LastLine forNow(Phrase phrase, Object... arguments) {
        return new LastLine(phrase, List.of(arguments), false);
    }
}
