package io.countersign.broker;

/** A running hand-over of events, until it is closed. */
public interface Subscription extends AutoCloseable {

    /** Its state, for health checks; costs no call to the broker. */
    SubscriptionState state();

    /**
     * Takes no more, lets what is being handled finish within the drain time, and gives the rest
     * back to the group. Closing again does nothing.
     */
    @Override
    void close();
}
