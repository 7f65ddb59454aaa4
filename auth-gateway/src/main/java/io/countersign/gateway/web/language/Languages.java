package io.countersign.gateway.web.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that everything is written in; the first is for people who read none of them. */
public final class Languages {

    /** Each has a message file of its own. */
    public static final List<Locale> OFFERED =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"), Locale.of("ru"));

    private Languages() {}

    /** The language that is offered to a person who asks for this one. */
    static Optional<Locale> like(Locale wanted) {
        return named(wanted.getLanguage());
    }

    /**
     * Reads the name of a language.
     *
     * @param code ISO 639, such as {@code de}
     */
    static Optional<Locale> named(@Nullable String code) {
        return OFFERED.stream().filter(offered -> offered.getLanguage().equals(code)).findFirst();
    }
}
