package io.countersign.broker;

/** What became of an event handed to the broker. */
public sealed interface PublishOutcome {

    /** The broker has stored it and will hand it to every group at least once. */
    record Published() implements PublishOutcome {}

    /**
     * The broker did not confirm it in time.
     *
     * <p><b>It may still arrive</b>: a time-out says nothing about a request already on its way. So
     * a caller that gets this answer first makes the event harmless (sets the delivery {@code
     * FAILED}), and only then tells the person.
     *
     * @param reason for the log; holds nothing of the event
     */
    record NotPublished(String reason) implements PublishOutcome {}
}
