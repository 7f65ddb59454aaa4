package io.countersign.gateway.web.banner;

import java.util.Locale;

/** How a sentence is meant. */
public enum Tone {
    /** Something is under way. */
    WORKING,
    INFO,
    GOOD,
    /** Something is wrong, and something can be done about it. */
    WARN,
    BAD;

    /** Its name in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a screen reader interrupts what it is reading. */
    public boolean urgent() {
        return this == WARN || this == BAD;
    }
}
