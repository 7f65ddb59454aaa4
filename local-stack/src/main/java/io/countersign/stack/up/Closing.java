package io.countersign.stack.up;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be stopped, last started first. */
final class Closing {

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private boolean closed;

    /** Remembers how to stop something; after {@link #close()} stops it at once. */
    synchronized void add(Runnable stop) {
        if (closed) {
            stop.run();
        } else {
            stops.push(stop);
        }
    }

    /** Stops everything in good order. */
    synchronized void close() {
        closed = true;
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
