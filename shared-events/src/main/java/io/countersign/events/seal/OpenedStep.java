package io.countersign.events.seal;

import io.countersign.events.content.StepContent;

/** What became of opening a step. */
public sealed interface OpenedStep {

    /** The gateway sealed exactly this, for exactly this place. */
    record Authentic(StepContent content) implements OpenedStep {}

    /**
     * It is forged, moved, not handed over by a worker, or older than its keys.
     *
     * @param cause for the dead letter and the operator
     */
    record Rejected(String cause) implements OpenedStep {}
}
