package io.countersign.simulator.handset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the thread: either a message or a call. */
record ThreadEntry(Instant instant, @Nullable Bubble bubble, @Nullable CallEntry call) {

    static ThreadEntry of(Bubble bubble) {
        return new ThreadEntry(bubble.instant(), bubble, null);
    }

    static ThreadEntry of(CallEntry call) {
        return new ThreadEntry(call.instant(), null, call);
    }
}
