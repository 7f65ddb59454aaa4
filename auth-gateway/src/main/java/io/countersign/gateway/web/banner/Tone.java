package io.countersign.gateway.web.banner;

import java.util.Locale;

/** How a sentence is meant. */
public enum Tone {
    /** Something is under way. */
    WORKING,
    INFO,
    GOOD,
    /** Not as it should be; there is something to do about it. */
    WARN,
    BAD;

    /** Its name in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody who listens to the page is interrupted. */
    public boolean urgent() {
        return this == WARN || this == BAD;
    }
}
