package io.countersign.broker;

import java.util.Collection;

/**
 * One message broker as an application sees it: a place to publish, to subscribe and to create
 * topics.
 *
 * <p>It can be created and used while the broker is down: publishing then reports that within its
 * time, and everything else begins by itself once the broker is there.
 */
public interface Broker extends Publisher, Subscriber, AutoCloseable {

    /** Creates missing topics; returns at once and keeps trying until it has. */
    void ensure(Collection<Topic> topics);

    /** Whether the broker answers right now; for health checks, waits one second at most. */
    boolean answers();

    /** Closes the subscriptions, then the rest. */
    @Override
    void close();
}
