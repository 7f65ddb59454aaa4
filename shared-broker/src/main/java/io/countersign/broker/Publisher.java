package io.countersign.broker;

import io.countersign.events.WireEvent;

/** Hands one event to the broker. */
public interface Publisher {

    /**
     * Returns once the broker has stored the event on all replicas in sync, or when it is clear
     * that it will not be known in time. Never throws for something a broker or a network can do.
     *
     * @param key events with the same key usually take the same path; their order is not guaranteed
     */
    PublishOutcome publish(Topic topic, String key, WireEvent event);
}
