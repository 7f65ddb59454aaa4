package io.countersign.broker;

import java.time.Duration;

/** What is to become of an event that was handled. */
public sealed interface Handling {

    /** Finished: it does not come again, unless the process dies before the broker knows. */
    record Done() implements Handling {}

    /** Back to the queue: it is handed out again no earlier than after the delay. */
    record Again(Duration after) implements Handling {}

    /**
     * No one can handle it: it goes to the topic's dead letters.
     *
     * @param cause for the operator; must hold no secret, because it is stored in clear
     */
    record Dead(String cause) implements Handling {}

    Handling DONE = new Done();

    static Handling again(Duration after) {
        return new Again(after);
    }

    static Handling dead(String cause) {
        return new Dead(cause);
    }
}
