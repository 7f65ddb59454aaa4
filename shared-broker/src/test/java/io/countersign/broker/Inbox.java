package io.countersign.broker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A handler that keeps what it got, and can be made to dawdle. */
final class Inbox implements EventHandler {

    private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
    private final List<String> finished = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate;

    private Inbox(int gates) {
        gate = new CountDownLatch(gates);
    }

    static Inbox open() {
        return new Inbox(0);
    }

    /** Finishes nothing until it is opened. */
    static Inbox shut() {
        return new Inbox(1);
    }

    void openGate() {
        gate.countDown();
    }

    @Override
    public Handling handle(ReceivedEvent event) {
        received.add(event);
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        finished.add(TestEvents.id(event));
        return Handling.DONE;
    }

    List<ReceivedEvent> received() {
        return received;
    }

    List<String> ids() {
        return received.stream().map(TestEvents::id).toList();
    }

    List<String> finished() {
        return finished;
    }
}
