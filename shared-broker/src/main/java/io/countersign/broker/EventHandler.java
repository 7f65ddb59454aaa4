package io.countersign.broker;

/** Does what an event asks for; called on many threads, and more than once for one event. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles one event, as slowly as it must.
     *
     * <p>Throwing means {@link Handling.Again} after a growing delay and, after a few times, {@link
     * Handling.Dead} with the exception's class name as cause, because its message may hold
     * secrets.
     */
    Handling handle(ReceivedEvent received);
}
