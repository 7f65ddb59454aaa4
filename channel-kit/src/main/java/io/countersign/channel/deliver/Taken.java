package io.countersign.channel.deliver;

import io.countersign.channel.report.Advance;
import io.countersign.channel.send.SendWindow;
import io.countersign.delivery.Claimed;
import java.time.Duration;

/** What a worker got that asked for a delivery, in durations by the store's clock. */
sealed interface Taken {

    /**
     * The right to send it, once.
     *
     * @param window how long it may still leave
     */
    record Granted(Claimed claimed, SendWindow window) implements Taken {}

    /** Another worker is sending it, or a receipt is awaited. */
    record Held(Duration rest) implements Taken {}

    /** It is sent or has ended, perhaps through this very request. */
    record Over(Advance advance) implements Taken {}
}
