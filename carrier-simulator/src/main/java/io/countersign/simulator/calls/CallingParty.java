package io.countersign.simulator.calls;

import java.util.List;

/**
 * The party that has placed a call: it is told what becomes of the call and says what to do when it
 * is answered.
 */
public interface CallingParty {

    /** Returns at once; the call is as it is after the event. */
    void hear(CallEvent event, Call call);

    /** Returns what to do, now that the call is answered. */
    List<Verb> script(Call call) throws InterruptedException;
}
