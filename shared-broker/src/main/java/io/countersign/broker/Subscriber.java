package io.countersign.broker;

/** Takes events from the broker. */
public interface Subscriber {

    /**
     * Starts to hand a topic's events to the handler, many at a time, each on a virtual thread of
     * its own, and at least once: if a process dies with an event in hand, another process gets the
     * event. The order is not guaranteed, and a slow event holds up no other.
     *
     * <p>Returns at once, whether or not the broker can be reached; the topic and its dead letters
     * are created where they are missing.
     *
     * @param group subscribers of one group, in any number of processes, share the topic's events;
     *     each group gets all of them
     */
    Subscription subscribe(Topic topic, String group, EventHandler handler);
}
