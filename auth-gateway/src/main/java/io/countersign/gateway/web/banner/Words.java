package io.countersign.gateway.web.banner;

import java.util.Locale;

/** Makes of a constant the word that names it in keys of messages and in addresses. */
public final class Words {

    private Words() {}

    /** Such as {@code too-short} of {@code TOO_SHORT}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
