package io.countersign.broker;

import java.util.Collection;

/**
 * One message broker as an application sees it: a place to publish, to subscribe and to have
 * topics.
 *
 * <p>It can be made and used while the broker is down: publishing then says so within its time, and
 * everything else begins by itself once the broker is there.
 */
public interface Broker extends Publisher, Subscriber, AutoCloseable {

    /**
     * Creates the topics where they are missing; returns at once and goes on trying until it has.
     */
    void ensure(Collection<Topic> topics);

    /** Whether the broker answers right now; for health checks, waits one second at most. */
    boolean answers();

    /** Closes the subscriptions, then the rest. */
    @Override
    void close();
}
