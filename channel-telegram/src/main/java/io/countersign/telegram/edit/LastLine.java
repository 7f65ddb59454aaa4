package io.countersign.telegram.edit;

import io.countersign.telegram.text.Phrase;
import java.util.List;

/**
 * What a question's last line has to say.
 *
 * @param last whether it will never say anything else
 */
record LastLine(Phrase phrase, List<Object> arguments, boolean last) {

    static LastLine last(Phrase phrase, Object... arguments) {
        return new LastLine(phrase, List.of(arguments), true);
    }

    static LastLine forNow(Phrase phrase, Object... arguments) {
        return new LastLine(phrase, List.of(arguments), false);
    }
}
