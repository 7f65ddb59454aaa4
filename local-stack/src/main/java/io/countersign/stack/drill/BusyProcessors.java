package io.countersign.stack.drill;

import java.util.stream.IntStream;

/** Has every processor of the machine work all the time, until it is closed. */
public final class BusyProcessors implements AutoCloseable {

    private volatile boolean closed;

    private BusyProcessors() {}

    public static BusyProcessors start() {
        BusyProcessors load = new BusyProcessors();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .forEach(
                        number ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("busy-" + number)
                                        .start(load::work));
        return load;
    }

    private void work() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
