package io.countersign.gateway.web.banner;

import java.util.Locale;

/** Turns a constant into the word that names it in message keys and addresses. */
public final class Words {

    private Words() {}

    /** Such as {@code too-short} of {@code TOO_SHORT}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
