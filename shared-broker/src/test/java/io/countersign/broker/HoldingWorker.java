package io.countersign.broker;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** The body of a process that takes events, says which, and never finishes those called slow. */
public final class HoldingWorker {

    /** Begins a line that names an event in hand; other lines are its log. */
    static final String HELD = "held ";

    private HoldingWorker() {}

    /** Returns when standard input ends. */
    public static void run(Broker broker, Topic topic, String group) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (broker) {
            broker.subscribe(
                    topic,
                    group,
                    received -> {
                        System.out.println(HELD + TestEvents.id(received));
                        if (TestEvents.id(received).startsWith("slow")) {
                            awaitForEver(never);
                        }
                        return Handling.DONE;
                    });
            while (System.in.read() != -1) {}
        }
    }

    private static void awaitForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
