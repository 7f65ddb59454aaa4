package io.countersign.simulator.faults;

import io.countersign.simulator.faults.RequestFault.CutConnection;
import io.countersign.simulator.faults.RequestFault.HangAfterAccepting;
import io.countersign.simulator.faults.RequestFault.HangBeforeAccepting;
import io.countersign.simulator.faults.RequestFault.Refusing;
import io.countersign.simulator.faults.RequestFault.Slow;
import java.time.Duration;

/**
 * Where a provider deals with one HTTP request, well or badly.
 *
 * @param <A> the answer
 */
public interface Counter<A> {

    /** Longer than any client waits; after it, a hanging request is closed. */
    Duration FOREVER = Duration.ofMinutes(10);

    /**
     * Takes what the request asks to have carried.
     *
     * @param answered false if the client never gets an answer
     */
    A take(boolean answered);

    A refuse(Refusing fault);

    /** Notes that the request was neither taken nor answered. */
    void ignore();

    /** The answer that stands for closing the connection without one. */
    A cut();

    /** Returns when the answer is due, which under some faults is much later. */
    default A meet(RequestFault fault) throws InterruptedException {
        return switch (fault) {
            case Slow(int delayMs) -> {
                Thread.sleep(delayMs);
                yield take(true);
            }
            case Refusing refusing -> refuse(refusing);
            case HangBeforeAccepting() -> {
                ignore();
                Thread.sleep(FOREVER);
                yield cut();
            }
            case HangAfterAccepting(Integer answerAfterMs) when answerAfterMs != null -> {
                A late = take(true);
                Thread.sleep(answerAfterMs);
                yield late;
            }
            case HangAfterAccepting _ -> {
                take(false);
                Thread.sleep(FOREVER);
                yield cut();
            }
            case CutConnection() -> {
                take(false);
                yield cut();
            }
        };
    }
}
