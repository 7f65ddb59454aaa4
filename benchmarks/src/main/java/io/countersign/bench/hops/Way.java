package io.countersign.bench.hops;

import java.io.IOException;

/** How an SMS gets to the provider, and its outcome back. */
@FunctionalInterface
interface Way {

    /**
     * Returns when the outcome is known here.
     *
     * @param taken to be run once it is with the broker
     */
    void deliver(String number, Taken taken) throws IOException, InterruptedException;

    /** Tells the client that it is on its way. */
    @FunctionalInterface
    interface Taken {
        void tell() throws IOException;
    }
}
