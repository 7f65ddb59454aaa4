package io.countersign.challenge.redis;

import java.util.concurrent.Executor;

/**
 * Makes connections on platform threads. The first connection loads hundreds of classes, and a
 * virtual thread that waits for class loading by another can hold up a whole start.
 */
final class Connecting {

    static final Executor THREADS =
            task -> Thread.ofPlatform().daemon().name("redis-connect").start(task);

    private Connecting() {}
}
