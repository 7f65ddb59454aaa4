package io.countersign.identity.factor.phone.enrol;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A phone that a person asks to add. Does not print the number.
 *
 * @param number as typed
 * @param region ISO 3166 country chosen beside it; null for none
 * @param name what to call it; if nothing visible was typed, the masked number
 * @param locale the language to text in
 */
public record NewPhone(String number, @Nullable String region, String name, Locale locale) {

    @Override
    public String toString() {
        return "NewPhone[" + region + "]";
    }
}
