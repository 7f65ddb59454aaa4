package io.countersign.simulator.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Carries orders to a call that lasts. */
final class CallOrders {

    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();

    void give(Order order) {
        orders.add(order);
    }

    /** Waits so long, unless one of these orders comes first; all others are ignored. */
    Optional<Order> await(Set<Order> heeded, Duration length) throws InterruptedException {
        long deadline = System.nanoTime() + length.toNanos();
        Order order;
        do {
            order = orders.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } while (order != null && !heeded.contains(order));
        return Optional.ofNullable(order);
    }
}
