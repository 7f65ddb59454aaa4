package io.countersign.challenge.redis;

import java.util.concurrent.Executor;

/**
 * Makes connections on threads of the system. The first one loads hundreds of classes, and a
 * virtual thread that waits for another one's class loading can hold up a whole start.
 */
final class Connecting {

    static final Executor THREADS =
            task -> Thread.ofPlatform().daemon().name("redis-connect").start(task);

    private Connecting() {}
}
