package io.countersign.simulator.calls;

import java.util.Locale;

/** What a caller may ask to be told. The end of a call, however it ends, is {@link #COMPLETED}. */
public enum CallEvent {
    INITIATED,
    RINGING,
    ANSWERED,
    COMPLETED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
