package io.countersign.simulator.calls;

import java.util.List;

/** Whoever has placed a call: hears what becomes of it and says what to do when it is answered. */
public interface CallingParty {

    /** Returns at once; the call is as it is after the event. */
    void hear(CallEvent event, Call call);

    /** Returns what to do, now that somebody has answered. */
    List<Verb> script(Call call) throws InterruptedException;
}
