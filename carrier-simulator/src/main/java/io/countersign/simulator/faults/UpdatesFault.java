package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What can go wrong when a bot asks what people did; this concerns no particular person's chat. */
public sealed interface UpdatesFault extends Fault {

    /** Answers {@code getUpdates} with 409, as if another program polled with the same token. */
    @JsonTypeName("conflict")
    record Conflict() implements UpdatesFault {}
}
