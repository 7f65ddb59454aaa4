package io.countersign.events;

import java.util.Locale;

/** A way to reach a person; each has workers, a topic and sealing keys of its own. */
public enum Channel {
    SMS,
    VOICE,
    TELEGRAM,
    EMAIL;

    /** The channel as topics, key files and settings name it: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
