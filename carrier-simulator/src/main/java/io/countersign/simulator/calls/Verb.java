package io.countersign.simulator.calls;

import java.time.Duration;

/** One thing to do on a call that was answered. */
public sealed interface Verb {

    /**
     * Says something.
     *
     * @param language such as {@code en-US}
     * @param times how often
     */
    record Say(String text, String language, int times) implements Verb {
        @Override
        public String toString() {
            return "Say[" + language + "]";
        }
    }

    /** Waits. */
    record Pause(Duration length) implements Verb {}

    /** Ends the call. */
    record Hangup() implements Verb {}
}
